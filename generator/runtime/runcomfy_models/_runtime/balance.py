"""The balance of an account."""

from dataclasses import dataclass
from decimal import Decimal

from .pricing import format_dollars
from .public import public


@public
@dataclass(frozen=True)
class Balance:
    """The balance of an account: one wallet pays for the requests of all models."""

    balance_usd: Decimal
    """US dollars, with the digits that the service sent."""
    currency: str | None
    """As the service calls it, such as `USD`; None if it does not say."""

    def to_dict(self) -> dict[str, str | None]:
        """Return it as a JSON object; the amount is a string, which keeps its digits."""
        return {"balance_usd": f"{self.balance_usd:f}", "currency": self.currency}

    def __str__(self) -> str:
        """Return `$12.34`."""
        return format_dollars(self.balance_usd)
