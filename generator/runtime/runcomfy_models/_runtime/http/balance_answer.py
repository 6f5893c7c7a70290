"""Read the answer about the balance of the account."""

from decimal import Decimal
from typing import Any

from ..balance import Balance
from ..errors import ResponseError
from ..json_value import parse_with_decimals
from .answers import Answer


def read_balance(answer: Answer) -> Balance:
    """Return the balance in an answer; raise `ResponseError` if it has none.

    Source: RunComfy's own command, which reads `balance_usd`, a number, and `currency`.
    """
    document: Any = parse_with_decimals(answer.text.strip())
    amount, currency = document.get("balance_usd"), document.get("currency")
    if not isinstance(amount, Decimal):
        raise ResponseError(
            "the answer has no balance_usd that is a number",
            http_status=answer.status,
            body=answer.excerpt,
        )
    return Balance(amount, currency if isinstance(currency, str) else None)
