"""The budget of an agent's session."""

from dataclasses import dataclass, field
from decimal import Decimal

from .._runtime.errors import OverBudget
from .._runtime.pricing import format_dollars


@dataclass
class SessionBudget:
    """The budget of one session.

    What a job may cost is reserved before its paid call, and replaced by what it has cost. For a
    job whose outcome is unknown, it stays reserved.
    """

    budget: Decimal | None
    """US dollars; None for no limit."""
    _amounts: dict[str, Decimal] = field(default_factory=dict[str, Decimal])
    """Key of a job: US dollars that it has cost, or may cost."""

    @property
    def left(self) -> Decimal | None:
        """US dollars that may still be spent; None for no limit."""
        if self.budget is None:
            return None
        return self.budget - sum(self._amounts.values(), Decimal(0))

    def check(self, key: str, cost_at_most: Decimal | None, model_id: str) -> None:
        """Raise `OverBudget` if the job `key` may cost more than is left, or an unknown amount.

        `cost_at_most` is None if it is not known.
        """
        budget, left = self.budget, self.left
        if budget is None or left is None or key in self._amounts:
            return
        if cost_at_most is None:
            raise OverBudget(
                f"the price of {model_id} is not known, and there is a budget; nothing was "
                "sent (--max-cost 0.50 --max-cost-unknown allow reserves 0.50 for it)",
                model_id=model_id,
            )
        if cost_at_most > left:
            cost, share = format_dollars(cost_at_most), format_dollars(left)
            raise OverBudget(
                f"{model_id} may cost {cost}, and {share} of the budget of "
                f"{format_dollars(budget)} is left; nothing was sent",
                model_id=model_id,
            )

    def reserve(self, key: str, cost_at_most: Decimal | None, model_id: str) -> bool:
        """Reserve what the job `key` may cost; return whether this call has reserved it.

        It has not if it was reserved before, or if the cost is unknown and there is no budget.
        Raises as `check` does.
        """
        self.check(key, cost_at_most, model_id)
        if cost_at_most is None or key in self._amounts:
            return False
        self._amounts[key] = cost_at_most
        return True

    def charge(self, key: str, cost: Decimal) -> None:
        """Replace what is reserved for a job of this session by what it has cost."""
        if key in self._amounts:
            self._amounts[key] = cost

    def give_back(self, key: str) -> None:
        """Forget a job that was not queued, or is not charged."""
        self._amounts.pop(key, None)
