"""Amounts of US dollars: exact as decimals, and as whole numbers that a database adds up."""

from decimal import ROUND_CEILING, Decimal, InvalidOperation

UNITS = 10**9
"""Units of a dollar in sums."""

MAX_DOLLARS = 10**9
"""An upper limit for sums of a journal; an amount beyond it is a mistake."""


def units(dollars: Decimal) -> int:
    """Return an amount as whole billionths of a dollar, rounded up."""
    return int((dollars * UNITS).to_integral_value(ROUND_CEILING))


def dollars(units: int) -> Decimal:
    """Return billionths of a dollar as dollars."""
    return Decimal(units) / UNITS


def amount(name: str, value: object) -> Decimal:
    """Return an amount that a user gave: `"25.00"`, 25 or a `Decimal`.

    A float means the digits that it is written with. Raises `ValueError` for a negative one,
    and for what is not a number; `name` is for the message.
    """
    given = _decimal(value)
    if given is None or not 0 <= given <= MAX_DOLLARS:
        raise ValueError(f'{name} has to be an amount of US dollars, such as "25.00"')
    return given


def _decimal(value: object) -> Decimal | None:
    """Return a finite number as it is written; None for what is none."""
    if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
        return None
    try:
        number = Decimal(str(value).strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
