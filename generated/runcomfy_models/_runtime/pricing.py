# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 173a7718aa503447decfc5a4f484161a
"""Estimate a job's price from the catalog's price and the inputs that it depends on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from .errors import PriceTooHigh
from .info import ModelInfo
from .public import public

Bounds = tuple[Decimal | None, Decimal | None]
"""The least and the most; None for an end that is not known."""


@public
@dataclass(frozen=True)
class Price:
    """The estimated price of a job in US dollars; unknown is None, never 0."""

    low: Decimal | None
    high: Decimal | None
    """The most that it may cost: what a budget has to set aside."""
    unit: str | None
    """The unit of the catalog's price: `output` or `second`."""
    basis: str
    """The calculation, as a sentence."""

    @property
    def is_known(self) -> bool:
        """Whether the least or the most that it may cost is known."""
        return self.low is not None or self.high is not None

    @property
    def exact(self) -> bool:
        """Whether the price is known, and does not depend on anything else."""
        return self.low is not None and self.low == self.high

    def to_dict(self) -> dict[str, str | None]:
        """Return the price as a JSON object; amounts are strings, which keep their digits."""
        low, high = (
            None if amount is None else f"{amount:f}"
            for amount in (self.low, self.high)
        )
        return {"low": low, "high": high, "unit": self.unit, "basis": self.basis}

    def __str__(self) -> str:
        """Return `$0.35`, `$0.30 to $1.50`, `at least $0.30` or `unknown`."""
        low, high = (
            None if amount is None else format_dollars(amount)
            for amount in (self.low, self.high)
        )
        if low is None:
            return "unknown" if high is None else f"at most {high}"
        if high is None:
            return f"at least {low}"
        return low if self.exact else f"{low} to {high}"


@dataclass(frozen=True)
class PriceAmount:
    """An input whose number multiplies the price: seconds, or a number of outputs."""

    name: str
    """Wire name."""
    low: int | float | None
    """The least that it may be; it counts if the input is left out."""
    high: int | float | None
    """The most."""

    def bounds(self, inputs: Mapping[str, Any]) -> Bounds:
        """Return the number among `inputs` (wire names), or the range if it is left out."""
        number = inputs.get(self.name)
        if number is None:
            return _positive(self.low), _positive(self.high)
        return _positive(number), _positive(number)


@dataclass(frozen=True)
class PriceChoice:
    """An input whose value decides what the price is multiplied by."""

    name: str
    """Wire name."""
    factors: Sequence[tuple[Any, int | float | None]]
    """Value: its factor, None if that is not known."""

    def bounds(self, inputs: Mapping[str, Any]) -> Bounds:
        """Return the factor of the value among `inputs`, or the range if it is left out."""
        if (choice := inputs.get(self.name)) is None:
            factors = [_positive(factor) for _, factor in self.factors]
            known_factors = [factor for factor in factors if factor is not None]
            if len(known_factors) < len(factors):
                return None, None
            return min(known_factors), max(known_factors)
        matching = (factor for value, factor in self.factors if value == choice)
        factor = _positive(next(matching, None))
        return factor, factor


PriceFactor = PriceAmount | PriceChoice


@dataclass(frozen=True)
class Pricing:
    """The parts of a model's price."""

    info: ModelInfo | None
    factors: Sequence[PriceFactor] | None
    """The inputs that it depends on; None if it depends on more than inputs, such as the
    length of a video."""

    @property
    def names(self) -> frozenset[str]:
        """The wire names of the inputs that the price depends on."""
        return frozenset(factor.name for factor in self.factors or ())

    def price(self, inputs: Mapping[str, Any]) -> Price:
        """Return what a job with `inputs` (wire names) may cost."""
        info = self.info
        if info is None or info.price is None:
            reason = "the catalog has no price"
            return Price(None, None, None, _with_note(reason, info))
        unit = info.price_unit or "unit that the catalog does not name"
        basis = f"{format_dollars(info.price)} for each {unit}"
        if self.factors is None:
            basis += "; the inputs do not say how many there will be"
            return Price(None, None, info.price_unit, _with_note(basis, info))
        low: Decimal | None = info.price
        high: Decimal | None = info.price
        for factor in self.factors:
            least, most = factor.bounds(inputs)
            low, high = _times(low, least), _times(high, most)
            basis += f", times {_factor_text(factor, least, most)}"
        return Price(low, high, info.price_unit, _with_note(basis, info))


def check_price(
    price: Price,
    max_cost: Decimal | float | str | None,
    max_cost_unknown: str,
    model_id: str,
) -> None:
    """Raise `PriceTooHigh` for what `price_refusal` refuses."""
    refusal = price_refusal(price, max_cost, max_cost_unknown, model_id)
    if refusal is not None:
        raise refusal


def price_refusal(
    price: Price,
    max_cost: Decimal | float | str | None,
    max_cost_unknown: str,
    model_id: str,
) -> PriceTooHigh | None:
    """Return why a job is not paid for; None if its price is within the options' limit."""
    if max_cost is None or (price.high is None and max_cost_unknown == "allow"):
        return None
    limit = Decimal(str(max_cost))
    if price.high is None:
        message = (
            f"the price of {model_id} is not known ({price.basis}), and max_cost is "
            f"{format_dollars(limit)}; nothing was sent (max_cost_unknown='allow' lets it pass)"
        )
    elif price.high > limit:
        message = (
            f"{model_id} may cost {format_dollars(price.high)}, more than max_cost "
            f"{format_dollars(limit)}: {price.basis}; nothing was sent"
        )
    else:
        return None
    return PriceTooHigh(message, price=price, max_cost=limit, model_id=model_id)


def catalog_price(info: ModelInfo) -> str:
    """Return the catalog's price: `$0.35 a second`; `unknown` if it has none."""
    if info.price is None:
        return "unknown"
    unit = f" a {info.price_unit}" if info.price_unit else ""
    return f"{format_dollars(info.price)}{unit}"


def format_dollars(amount: Decimal) -> str:
    """Return `$0.35`: at least two decimal places, and all that are not zero."""
    plain = f"{amount.normalize():f}"
    units, _, decimals = plain.partition(".")
    return f"${units}.{decimals.ljust(2, '0')}"


def _positive(number: Any) -> Decimal | None:
    """Return a positive number as a decimal; None for -1, with which the model decides."""
    is_number = isinstance(number, int | float) and not isinstance(number, bool)
    return Decimal(str(number)) if is_number and number > 0 else None


def _times(amount: Decimal | None, factor: Decimal | None) -> Decimal | None:
    return None if amount is None or factor is None else amount * factor


def _factor_text(factor: PriceFactor, low: Decimal | None, high: Decimal | None) -> str:
    if low is not None and low == high:
        return f"{low} ({factor.name})"
    bounds = " to ".join("?" if bound is None else str(bound) for bound in (low, high))
    return f"{bounds} ({factor.name})"


def _with_note(basis: str, info: ModelInfo | None) -> str:
    note = info.pricing_note if info else None
    return f"{basis}; the catalog notes: {note}" if note else basis
