# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: aaa550e07d47bdbb91163ad5701ba84a
"""What pydantic found, to be raised once more: with more beside it, or with less."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError


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


def closest_member(value: Any, validate: Callable[[Any], Any]) -> Any:
    """Validate a union; its error is that of the members which fit best.

    Where a member finds mistakes inside of the value only, the value is meant for it, and
    what other members say of its type is of no use. Pydantic's own names of the members
    stand in no JSON document, so they are left out.
    """
    try:
        return validate(value)
    except ValidationError as error:
        members: dict[Any, list[InitErrorDetails]] = defaultdict(list)
        for found, plain in zip(
            error.errors(include_url=False), found_again(error, 1), strict=True
        ):
            members[found["loc"][0]].append(plain)
    inside = [
        found for found in members.values() if all(one.get("loc") for one in found)
    ]
    errors = [one for found in inside or members.values() for one in found]
    raise ValidationError.from_exception_data("value", errors)
