"""Pydantic's errors as problems of a JSON document: by wire name, without the values."""

from collections.abc import Iterator
from typing import Any, cast

from pydantic import ValidationError

from .errors import InvalidInputError, Problem


def invalid_input(
    error: ValidationError, inputs: dict[str, Any], model_id: str
) -> InvalidInputError:
    """The error for `inputs` (by wire name) that `error` was raised for."""
    problems = tuple(_problems(error, inputs))
    listed = "".join(f"\n  {problem.path}: {problem.message}" for problem in problems)
    return InvalidInputError(
        f"the inputs do not fit {model_id}; nothing was sent:{listed}",
        model_id=model_id,
        problems=problems,
    )


def _problems(error: ValidationError, inputs: dict[str, Any]) -> Iterator[Problem]:
    seen: set[Problem] = set()
    for detail in error.errors(include_url=False, include_input=False):
        problem = Problem(_path(detail["loc"], inputs), detail["msg"])
        if problem not in seen:
            seen.add(problem)
            yield problem


def _path(loc: tuple[str | int, ...], value: Any) -> str:
    """`loc` as `loras[0].scale`, without the names of union members that pydantic adds."""
    path = ""
    for number, step in enumerate(loc):
        if isinstance(step, int):
            path += f"[{step}]"
        elif (
            number == len(loc) - 1 and not path.endswith(step) and _is_key(step, value)
        ):
            return f"{path}.{step}" if path else step
        elif not (isinstance(value, dict) and step in value):
            continue
        else:
            path += f".{step}" if path else step
        value = _inside(value, step)
    return path


def _is_key(step: str, value: Any) -> bool:
    """Whether the last step names a key: one that is missing, or one too many."""
    return isinstance(value, dict)


def _inside(value: Any, step: str | int) -> Any:
    try:
        return cast(Any, value)[step]
    except (TypeError, LookupError):
        return None
