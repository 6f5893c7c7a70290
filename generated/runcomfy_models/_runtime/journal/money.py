# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 6a3a7f41f87eb0744fc60e5c90c355bf
"""Amounts of US dollars: exact as decimals, and as whole numbers that a database adds up."""

from decimal import ROUND_CEILING, Decimal, InvalidOperation

UNITS_PER_DOLLAR = 10**9
"""Sums are in billionths of a dollar."""

MAX_DOLLARS = 10**9
"""The largest amount that a user may give; a larger one is a mistake, and could overflow sums."""


def to_units(dollars: Decimal) -> int:
    """Return an amount as whole billionths of a dollar, rounded up."""
    return int((dollars * UNITS_PER_DOLLAR).to_integral_value(ROUND_CEILING))


def from_units(units: int) -> Decimal:
    """Return billionths of a dollar as dollars."""
    return Decimal(units) / UNITS_PER_DOLLAR


def amount(name: str, value: object) -> Decimal:
    """Return an amount that a user gave: `"25.00"`, 25 or a `Decimal`.

    A float means the digits that it is written with. Raises `ValueError` for anything else, and
    for a negative number; `name` is for the message.
    """
    number = _decimal(value)
    if number is None or not 0 <= number <= MAX_DOLLARS:
        raise ValueError(f'{name} has to be an amount of US dollars, such as "25.00"')
    return number


def _decimal(value: object) -> Decimal | None:
    """Return a finite number with the digits that it is written with; else None."""
    if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
        return None
    try:
        number = Decimal(str(value).strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
