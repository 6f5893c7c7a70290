# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 4b27e53054037fc1482f2b4e88d89012
"""Accept one `Input` or the keywords of `run`, never both."""

from collections.abc import Mapping
from typing import Any, TypeVar

from .inputs import InputModel
from .not_given import NOT_GIVEN, NotGiven

InputT = TypeVar("InputT", bound=InputModel)


def input_or_keywords(
    model_input: InputT | NotGiven, keywords: dict[str, Any], input_type: type[InputT]
) -> InputT | dict[str, Any]:
    """Return `model_input`, or the `keywords` if it is not given.

    Raises `TypeError` for both, and for anything but an `Input` of this model.
    """
    if model_input is NOT_GIVEN:
        return keywords
    if not isinstance(model_input, input_type):
        raise TypeError(_message(model_input, input_type))
    if keywords:
        names = ", ".join(keywords)
        raise TypeError(f"give the Input or keywords, not both: {names}")
    return model_input


def _message(value: object, input_type: type) -> str:
    """Return the message about a value that is not an `Input` of this model."""
    expected = f"give an Input of {input_type.__module__} or the keywords of run"
    if isinstance(value, Mapping):
        return f"{expected}, not a dict: Input.model_validate(…) reads one"
    return f"{expected}, not {_class_name(type(value))}"


def _class_name(cls: type) -> str:
    """Return the name of a class, with its module unless it is a builtin."""
    module = cls.__module__
    return cls.__name__ if module == "builtins" else f"{module}.{cls.__qualname__}"
