"""The cost of a job in an answer, as far as it can be one."""

from decimal import Decimal
from typing import Any

MAX_COST = 10**6
"""US dollars. More is a mistake of the service, and would overflow the sums of a journal: they
hold nine billion."""


def reported_cost(number: Any) -> Decimal | None:
    """Return the cost of a job in US dollars; None, for unknown, if it cannot be one.

    `number` is a member of a parsed answer: text, NaN, a negative number and one above
    `MAX_COST` cannot be a cost. A budget would grow by a negative one.
    """
    if isinstance(number, bool) or not isinstance(number, int | float | Decimal):
        return None
    cost = Decimal(str(number))
    return cost if cost.is_finite() and 0 <= cost <= MAX_COST else None
