"""Check only some of the inputs of a model."""

from collections.abc import Callable, Collection
from typing import Any

from pydantic import ValidationError

from .inputs import InputModel
from .payload import wire_name
from .problems import invalid_inputs, problems_of


def partial_inputs(
    input_type: type[InputModel],
    keywords: dict[str, Any],
    names: Collection[str],
    model_id: str,
    redact: Callable[[str], str],
) -> dict[str, Any]:
    """Return those of the `keywords` that are among `names`; `names` and result are by wire name.

    Unknown keywords are among them if the model is open. The others are not checked, and their
    files are not read. Raises `InvalidInputError` if a selected one does not fit, or if an input
    does not exist.
    """
    values = input_type.by_wire_name(keywords)
    known = {wire_name(name, field) for name, field in input_type.model_fields.items()}
    selected = {
        name: value
        for name, value in values.items()
        if name in names or name not in known
    }
    try:
        input_type.model_validate(selected)
    except ValidationError as error:
        problems = problems_of(error, input_type, redact)
    else:
        return selected
    # Those that were left out on purpose may be required.
    problems = tuple(problem for problem in problems if problem.path in selected)
    if problems:
        raise invalid_inputs(problems, model_id)
    return selected
