# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 73bcb981f3ac73e2c415a75e6810ed54
"""What pydantic found, to be raised once more: with more beside it, or with less."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from .json_value import is_array

OTHER_TYPES = frozenset({"none_required", "is_instance_of", "literal_error"})
"""Pydantic's errors for a value of another type, beside those that end in `_type`."""

FOREIGN = frozenset({"extra_forbidden", "literal_error"})
"""Its errors for a name or a word that is another's."""


def new_error(
    kind: str, message: str, steps: tuple[str | int, ...], value: Any
) -> InitErrorDetails:
    """An error for `ValidationError.from_exception_data`."""
    name: Any = kind  # not a literal: it may be one that pydantic has told of
    told = PydanticCustomError(name, "{message}", {"message": message})
    return InitErrorDetails(type=told, loc=steps, input=value)


def found_again(error: ValidationError, skip: int = 0) -> Iterator[InitErrorDetails]:
    """The errors in `error`, the first `skip` steps of each place left out."""
    for found in error.errors(include_url=False, include_context=False):
        steps = found["loc"][skip:]
        yield new_error(found["type"], found["msg"], steps, found["input"])


def with_lengths(
    limits: dict[str, int],
) -> Callable[[Any, Callable[[Any], Any]], Any]:
    """Validate a list and its length, and tell of both: pydantic stops at either."""

    def validate(value: Any, items: Callable[[Any], Any]) -> Any:
        errors = _wrong_length(value, limits) if is_array(value) else []
        validated: Any = None
        try:
            validated = items(value)
        except ValidationError as error:
            errors += found_again(error)
        if errors:
            raise ValidationError.from_exception_data("list", errors)
        return validated

    return validate


def _wrong_length(value: list[Any], limits: dict[str, int]) -> list[InitErrorDetails]:
    told = {"field_type": "List", "actual_length": len(value), **limits}
    short = "min_length" in limits and len(value) < limits["min_length"]
    long = "max_length" in limits and len(value) > limits["max_length"]
    kinds = ["too_short"] * short + ["too_long"] * long
    return [InitErrorDetails(type=kind, input=value, ctx=told) for kind in kinds]


def closest_member(value: Any, validate: Callable[[Any], Any]) -> Any:
    """Validate a union; its error is that of the members which fit best.

    What the others say is of no use: the value is not meant for them. Pydantic's own
    names of the members stand in no JSON document, so they are left out.
    """
    try:
        return validate(value)
    except ValidationError as error:
        members: dict[Any, list[InitErrorDetails]] = defaultdict(list)
        for found, plain in zip(
            error.errors(include_url=False), found_again(error, 1), strict=True
        ):
            members[found["loc"][0]].append(plain)
    least = min(map(_distance, members.values()))
    nearest = [found for found in members.values() if _distance(found) == least]
    errors = [one for found in nearest for one in found]
    raise ValidationError.from_exception_data("value", errors)


def _distance(found: list[InitErrorDetails]) -> tuple[int, int]:
    """How far a value is from the member of a union that found this in it.

    A limit that it breaks is worse than mistakes inside of it, and another type is worst;
    then names and words inside of it count that the member does not know.
    """
    whole = [_kind(one) for one in found if not one.get("loc")]
    inside = [_kind(one) for one in found if one.get("loc")]
    wrong_type = any(kind.endswith("_type") or kind in OTHER_TYPES for kind in whole)
    foreign = sum(kind in FOREIGN for kind in inside)
    return (2 if wrong_type else 1 if whole else 0), foreign


def _kind(found: InitErrorDetails) -> str:
    told = found["type"]
    return told if isinstance(told, str) else told.type
