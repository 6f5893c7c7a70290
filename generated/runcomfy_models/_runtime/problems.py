# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 811879d2eeb0d66409cfc8a00342a921
"""What does not fit in a JSON document: by wire names, without the values."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .errors import InvalidInputError, Problem
from .json_value import is_array
from .shown import shown

if TYPE_CHECKING:
    from pydantic import ValidationError

LISTED = 20
"""Problems that a message lists; the error has all of them."""


def invalid_input(error: "ValidationError", model_id: str) -> InvalidInputError:
    """The error for the inputs of a model that `error` was raised for."""
    problems = found_problems(error)
    lines = [f"\n  {problem.path}: {problem.message}" for problem in problems]
    if len(lines) > LISTED:
        lines[LISTED:] = [f"\n  and {len(lines) - LISTED} more"]
    return InvalidInputError(
        f"the inputs do not fit {model_id}; nothing was sent:{''.join(lines)}",
        model_id=model_id,
        problems=problems,
    )


def found_problems(error: "ValidationError") -> tuple[Problem, ...]:
    """What pydantic found in a document, each problem once."""
    return tuple(
        dict.fromkeys(
            Problem(
                _path(detail["loc"]),
                shown(detail["msg"]),
            )
            for detail in error.errors(include_url=False, include_input=False)
        )
    )


def server_problems(document: dict[str, Any]) -> tuple[Problem, ...]:
    """What the service found, from the `detail` list of its answer.

    Source: the docs speak of a list for validation errors; its form, `loc` and `msg`,
    is that of FastAPI. The values that it quotes are left out.
    """
    details = document.get("detail")
    if not is_array(details):
        return ()
    read = map(_server_problem, details)
    return tuple(problem for problem in read if problem is not None)


def _server_problem(detail: Any) -> Problem | None:
    try:
        steps = [step for step in detail["loc"] if isinstance(step, str | int)]
        message = str(detail["msg"])
    except (TypeError, LookupError):
        return None
    return Problem(_path(steps[1:] if steps[:1] == ["body"] else steps), shown(message))


def _path(steps: Sequence[str | int]) -> str:
    """`("loras", 0, "scale")` as `loras[0].scale`."""
    path = ""
    for step in steps:
        if isinstance(step, int):
            path += f"[{step}]"
        else:
            path += f".{shown(step, 80)}" if path else shown(step, 80)
    return path
