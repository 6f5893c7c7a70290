"""Constraints of JSON Schema that no type and no `Field` keeps exactly."""

from decimal import Decimal
from typing import Any

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from .json_value import same_json


def multiple_of(step: int | float) -> AfterValidator:
    """`multipleOf`, exact in decimals: 0.3 is a multiple of 0.1."""
    exact = Decimal(repr(step))

    def check(value: Any) -> Any:
        if Decimal(repr(value)) % exact:
            raise PydanticCustomError(
                "multiple_of",
                "Input should be a multiple of {multiple_of}",
                {"multiple_of": step},
            )
        return value

    return AfterValidator(check)


def unique_items() -> AfterValidator:
    """`uniqueItems`: no two items are equal as JSON."""

    def check(values: list[Any]) -> list[Any]:
        for index, value in enumerate(values):
            if any(same_json(value, other) for other in values[:index]):
                raise PydanticCustomError(
                    "unique_items", "Items should differ from each other"
                )
        return values

    return AfterValidator(check)


def one_of(*allowed: Any) -> AfterValidator:
    """`enum` with values that `Literal` cannot hold: equal as JSON to one of them."""
    expected = ", ".join(map(repr, allowed))

    def check(value: Any) -> Any:
        if not any(same_json(value, one) for one in allowed):
            raise PydanticCustomError(
                "one_of", "Input should be one of {expected}", {"expected": expected}
            )
        return value

    return AfterValidator(check)
