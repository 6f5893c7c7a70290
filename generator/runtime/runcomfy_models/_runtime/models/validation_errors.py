"""Rebuild and merge pydantic's validation errors."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from ..json_value import is_array

TYPE_ERRORS = frozenset({"none_required", "is_instance_of", "literal_error"})
"""Kinds of pydantic's errors about a value's type, beside those that end in `_type`."""

UNKNOWN_NAME_ERRORS = frozenset({"extra_forbidden", "literal_error"})
"""Kinds of errors about a name or word that a schema does not know."""


def is_type_error(kind: str) -> bool:
    """Whether errors of `kind` are about a value's type."""
    return kind.endswith("_type") or kind in TYPE_ERRORS


def error_detail(
    kind: str, message: str, steps: tuple[str | int, ...], value: Any
) -> InitErrorDetails:
    """Return an error for `ValidationError.from_exception_data`."""
    name: Any = kind  # typed as a literal, but any string works
    error = PydanticCustomError(name, "{message}", {"message": message})
    return InitErrorDetails(type=error, loc=steps, input=value)


def errors_of(error: ValidationError, skip: int = 0) -> Iterator[InitErrorDetails]:
    """Yield the errors in `error`, without the first `skip` steps of each location."""
    for detail in error.errors(include_url=False, include_context=False):
        steps = detail["loc"][skip:]
        yield error_detail(detail["type"], detail["msg"], steps, detail["input"])


def with_lengths(
    limits: dict[str, int],
) -> Callable[[Any, Callable[[Any], Any]], Any]:
    """Validate both a list's length and its items: pydantic stops after the first."""

    def validate(value: Any, items: Callable[[Any], Any]) -> Any:
        errors = _length_errors(value, limits) if is_array(value) else []
        validated: Any = None
        try:
            validated = items(value)
        except ValidationError as error:
            errors += errors_of(error)
        if errors:
            raise ValidationError.from_exception_data("list", errors)
        return validated

    return validate


def _length_errors(value: list[Any], limits: dict[str, int]) -> list[InitErrorDetails]:
    context = {"field_type": "List", "actual_length": len(value), **limits}
    short = "min_length" in limits and len(value) < limits["min_length"]
    long = "max_length" in limits and len(value) > limits["max_length"]
    kinds = ["too_short"] * short + ["too_long"] * long
    return [InitErrorDetails(type=kind, input=value, ctx=context) for kind in kinds]


def closest_member(value: Any, validate: Callable[[Any], Any]) -> Any:
    """Validate a union, and report the errors of the members that fit best.

    The errors of the other members would only confuse: the value is not meant for them.
    """
    try:
        return validate(value)
    except ValidationError as error:
        members: dict[Any, list[InitErrorDetails]] = defaultdict(list)
        # The first step of a location is pydantic's own name of the member, which no JSON
        # document contains.
        for detail, plain in zip(
            error.errors(include_url=False), errors_of(error, 1), strict=True
        ):
            members[detail["loc"][0]].append(plain)
    best = min(map(_distance, members.values()))
    nearest = [errors for errors in members.values() if _distance(errors) == best]
    raise ValidationError.from_exception_data(
        "value", [detail for errors in nearest for detail in errors]
    )


def _distance(errors: list[InitErrorDetails]) -> tuple[int, int]:
    """Return how far a value is from the member of a union that reported `errors`.

    Another type is worst, then a limit that the value as a whole breaks, then errors
    inside of it; among these, the number of unknown names and words counts.
    """
    on_whole = [_kind(error) for error in errors if not error.get("loc")]
    inside = [_kind(error) for error in errors if error.get("loc")]
    wrong_type = any(map(is_type_error, on_whole))
    unknown = sum(kind in UNKNOWN_NAME_ERRORS for kind in inside)
    return (2 if wrong_type else 1 if on_whole else 0), unknown


def _kind(error: InitErrorDetails) -> str:
    kind = error["type"]
    return kind if isinstance(kind, str) else kind.type
