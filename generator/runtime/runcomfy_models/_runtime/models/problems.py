"""List what is wrong with a JSON document: by wire names, without the values."""

from typing import TYPE_CHECKING

from ..errors import InvalidInputError, Problem
from ..json_path import json_path
from ..truncating import truncated

if TYPE_CHECKING:
    from pydantic import ValidationError

MAX_LISTED = 20
"""Problems that a message lists; the error has all of them."""


def invalid_input(error: "ValidationError", model_id: str) -> InvalidInputError:
    """Return the error for inputs of a model that failed validation with `error`."""
    problems = problems_of(error)
    lines = [f"\n  {problem.path}: {problem.message}" for problem in problems]
    if len(lines) > MAX_LISTED:
        lines[MAX_LISTED:] = [f"\n  and {len(lines) - MAX_LISTED} more"]
    return InvalidInputError(
        f"the inputs do not fit {model_id}; nothing was sent:{''.join(lines)}",
        model_id=model_id,
        problems=problems,
    )


def problems_of(error: "ValidationError") -> tuple[Problem, ...]:
    """Return each problem that pydantic found, once."""
    details = error.errors(include_url=False, include_input=False)
    problems = (
        Problem(json_path(detail["loc"]), truncated(detail["msg"]))
        for detail in details
    )
    return tuple(dict.fromkeys(problems))
