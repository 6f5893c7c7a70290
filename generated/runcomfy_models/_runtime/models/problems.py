# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: be39a13e20223ffb81735459b18e4c0e
"""List what is wrong with a JSON document: by wire names, with the values truncated."""

import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..errors import InvalidInputError, Problem
from ..json_path import json_path
from ..suggesting import similar_hint
from ..truncating import MAX_REPR, truncated
from ..unknown_options import option_hint
from .optional_inputs import is_optional
from .payload import as_json
from .rules import broken_rules
from .validation_errors import is_type_error

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError
    from pydantic_core import ErrorDetails

    from .inputs import InputModel

_MAX_LISTED = 20
"""Problems that a message lists; the error has all of them."""

MAX_REDACTED = 10_000
"""Characters of a value that are searched for secrets."""


def invalid_inputs(problems: tuple[Problem, ...], model_id: str) -> InvalidInputError:
    """Return the error for inputs of a model that have `problems`."""
    lines = [f"\n  {problem.path}: {problem.message}" for problem in problems]
    if len(lines) > _MAX_LISTED:
        lines[_MAX_LISTED:] = [f"\n  and {len(lines) - _MAX_LISTED} more"]
    return InvalidInputError(
        f"the inputs do not fit {model_id}; nothing was sent:{''.join(lines)}",
        model_id=model_id,
        problems=problems,
    )


def rule_problems(
    input_type: "type[InputModel]",
    values: dict[str, Any],
    policy: str,
    redact: Callable[[str], str],
    wrong: frozenset[str] = frozenset(),
) -> tuple[Problem, ...]:
    """Return a problem for each rule in words that `values` (wire names) break.

    `policy` is the option `rules`: with `warn` there are warnings in place of problems. `wrong`
    are inputs that do not fit their own schemas: rules about them are not checked.
    """
    rules = () if policy == "off" else input_type.rules_in_words()
    problems = tuple(
        Problem(", ".join(rule.inputs), redact(truncated(message)), rule.id)
        for rule, message in broken_rules(rules, values, wrong)
    )
    if policy == "refuse":
        return problems
    for problem in problems:
        text = f"{problem.path}: {problem.message} (rule {problem.code})"
        warnings.warn(text, stacklevel=2)
    return ()


def wrong_inputs(error: "ValidationError") -> frozenset[str]:
    """Return the wire names of the inputs that have an error."""
    details = error.errors(
        include_url=False, include_input=False, include_context=False
    )
    return frozenset(str(detail["loc"][0]) for detail in details if detail["loc"])


def problems_of(
    error: "ValidationError",
    model: "type[BaseModel] | None" = None,
    redact: Callable[[str], str] = str,
) -> tuple[Problem, ...]:
    """Return each problem that pydantic found in a value of `model`, once."""
    details = error.errors(include_url=False)
    return tuple(dict.fromkeys(_problem(detail, model, redact) for detail in details))


def _problem(
    detail: "ErrorDetails",
    model: "type[BaseModel] | None",
    redact: Callable[[str], str],
) -> Problem:
    code = detail["type"]
    value = None if code == "missing" else _value_text(detail["input"], redact)
    message = redact(truncated(detail["msg"])) + _hint(detail, model, value)
    return Problem(json_path(detail["loc"]), message, code, value)


def _hint(
    detail: "ErrorDetails", model: "type[BaseModel] | None", value_text: str | None
) -> str:
    """Return what a message adds: the value that was given, or what to do."""
    code, steps, value = detail["type"], detail["loc"], detail["input"]
    if code == "extra_forbidden" and len(steps) == 1:
        known = model.model_fields if model else {}
        name = str(steps[0])
        return option_hint(name) or similar_hint(name, known, at_most=1)
    if not is_type_error(code):
        return ""
    if value is None:
        optional = model is not None and is_optional(model, steps)
        return ", not None: leave it out" if optional else ", not None"
    return f", got {value_text} ({type(value).__name__})"


def _value_text(value: Any, redact: Callable[[str], str]) -> str:
    """Return the `repr` of a value, truncated and redacted."""
    try:
        text = repr(as_json(value))
    except Exception:  # the `repr` of a user's own class may raise anything
        return f"<{type(value).__name__}>"
    # Redacted before it is cut to its length, so that no part of a token is left.
    return truncated(redact(text[:MAX_REDACTED]), MAX_REPR)
