# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 17ee9af747834da3c744f632eb8e0331
"""Validators of values in the strict sense of JSON, and functions that make such validators."""

from collections.abc import Callable, Mapping, Sequence
from operator import ge, gt, le, lt
from typing import Any, TypeGuard

from pydantic_core import PydanticCustomError, PydanticKnownError

from ...json_value import is_json, is_number, json_key

COMPARISONS: dict[str, tuple[Callable[[Any, Any], bool], Any]] = {
    "gt": (gt, "greater_than"),
    "ge": (ge, "greater_than_equal"),
    "lt": (lt, "less_than"),
    "le": (le, "less_than_equal"),
}
"""Keyword of pydantic's `Field`: its comparison, and the kind of its error."""

EXACT = 2**53
"""The largest integer up to which floats are exact: beyond it, 1e300 has other digits as an int."""


def whole_as_int(value: Any) -> Any:
    """Return 5 for 5.0; a float beyond `EXACT` and everything else stay as they are."""
    if type(value) is float and value.is_integer() and abs(value) <= EXACT:
        return int(value)
    return value


def as_list(value: Any) -> Any:
    """Return a tuple or another sequence, except text, as a list."""
    return list(value) if _is_sequence(value) else value


def as_dict(value: Any) -> Any:
    """Return a mapping as a dict."""
    return dict(value) if _is_mapping(value) else value


def _is_sequence(value: Any) -> TypeGuard[Sequence[Any]]:
    if isinstance(value, list | str | bytes):  # first, since this is quicker
        return False
    return isinstance(value, Sequence)


def _is_mapping(value: Any) -> TypeGuard[Mapping[Any, Any]]:
    return not isinstance(value, dict) and isinstance(value, Mapping)


def strict_number(limits: dict[str, Any]) -> Callable[[Any], Any]:
    """Return a function that accepts a finite number within `limits`.

    It is compared exactly, and kept as it is.
    """

    def check(value: Any) -> Any:
        if not is_number(value):
            raise PydanticKnownError("float_type")
        return _within(limits, value)

    return check


def strict_integer(limits: dict[str, Any]) -> Callable[[Any], Any]:
    """Return a function that accepts a whole number within `limits`.

    5.0 becomes 5, and 1e300 stays as it is.
    """

    def check(value: Any) -> Any:
        if not is_number(value) or (
            isinstance(value, float) and not value.is_integer()
        ):
            raise PydanticKnownError("int_type")
        return _within(limits, whole_as_int(value))

    return check


def _within(limits: dict[str, Any], value: int | float) -> int | float:
    for name, limit in limits.items():
        fits, error = COMPARISONS[name]
        if not fits(value, limit):
            raise _beyond(error, name, limit)
    return value


def _beyond(
    error: Any, name: str, limit: int | float
) -> PydanticKnownError | PydanticCustomError:
    if abs(limit) <= EXACT:
        return PydanticKnownError(error, {name: limit})
    # pydantic would write a larger limit with other digits.
    words = error.replace("_equal", "_or_equal_to").replace("_", " ")
    message = f"Input should be {words} {limit}"
    return PydanticCustomError(error, "{message}", {"message": message, name: limit})


def one_of_json(values: list[Any]) -> Callable[[Any], Any]:
    """Return a function that accepts a value that is equal as JSON to one of `values`.

    It returns that one: 1.0 becomes 1, true does not.
    """
    known = {json_key(value): value for value in values}
    expected = " or ".join(map(repr, values))

    def check(value: Any) -> Any:
        if is_json(value) and (key := json_key(value)) in known:
            return known[key]
        raise PydanticKnownError("literal_error", {"expected": expected})

    return check


def any_json(value: Any) -> Any:
    """Return the value if it can be sent as JSON."""
    if not is_json(value):
        raise PydanticCustomError("json_type", "Input should be a JSON value")
    return value
