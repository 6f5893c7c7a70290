"""Check only some of the inputs of a model."""

from collections.abc import Callable, Collection
from typing import Any

from pydantic import ValidationError

from .inputs import InputModel
from .problems import invalid_inputs, problems_of


def partial_inputs(
    input_type: type[InputModel],
    given: dict[str, Any],
    wanted: Collection[str],
    model_id: str,
    redact: Callable[[str], str],
) -> dict[str, Any]:
    """Return those of the inputs `given` (Python names) that are `wanted` (wire names).

    The others are not looked at: none of their files is read. Raises `InvalidInputError` if one
    of the wanted ones does not fit, or if an input does not exist.
    """
    values = input_type.by_wire_name(given)
    known = {field.alias or name for name, field in input_type.model_fields.items()}
    asked = {
        name: value
        for name, value in values.items()
        if name in wanted or name not in known
    }
    try:
        input_type.model_validate(asked)
    except ValidationError as error:
        found = problems_of(error, input_type, redact)
    else:
        return asked
    problems = tuple(one for one in found if one.path in asked)
    if problems:
        raise invalid_inputs(problems, model_id)
    return asked
