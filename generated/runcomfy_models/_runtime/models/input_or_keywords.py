# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 9869d30da6e3f2363b18096d2bebcf69
"""Accept one `Input` or the keywords of `run`, never both."""

from collections.abc import Mapping
from typing import Any, TypeVar

from .inputs import InputModel
from .not_given import NOT_GIVEN, NotGiven

InputT = TypeVar("InputT", bound=InputModel)


def input_or_keywords(
    given: InputT | NotGiven, keywords: dict[str, Any], input_type: type[InputT]
) -> InputT | dict[str, Any]:
    """Return the `Input` that was `given`, or else the `keywords`.

    Raises `TypeError` for both, and for anything but an `Input` of this model.
    """
    if given is NOT_GIVEN:
        return keywords
    if not isinstance(given, input_type):
        raise TypeError(_wrong(given, input_type))
    if keywords:
        names = ", ".join(keywords)
        raise TypeError(f"give the Input or keywords, not both: {names}")
    return given


def _wrong(given: object, input_type: type) -> str:
    """Return the message about a value that is not an `Input` of this model."""
    wanted = f"give an Input of {input_type.__module__} or the keywords of run"
    if isinstance(given, Mapping):
        return f"{wanted}, not a dict: Input.model_validate(…) reads one"
    return f"{wanted}, not {_name(type(given))}"


def _name(kind: type) -> str:
    """Return the name of a class, with its module unless everyone knows it."""
    module = kind.__module__
    return kind.__name__ if module == "builtins" else f"{module}.{kind.__qualname__}"
