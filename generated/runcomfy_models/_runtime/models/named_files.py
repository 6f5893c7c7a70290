# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: ebad983fa1abb5023c994416db118b77
"""Replace paths of files in inputs that can only be given as text, such as JSON."""

import re
from collections.abc import Callable
from typing import Any

from ..json_value import is_array, is_object
from .value_schemas import ValueSchemas

_MEDIA_KEYWORD = "x-media"
"""Annotation of a medium in `model_json_schema`."""

Steps = tuple[str | int, ...]

_NO_PATH = re.compile(r"\s*(?:https?|data):|\s*$", re.IGNORECASE)


def with_files(
    value: Any,
    schemas: ValueSchemas,
    open_file: Callable[[str, Steps], Any],
    steps: Steps = (),
) -> Any:
    """Return a JSON `value`, in which `open_file` has replaced each medium that names a file.

    Args:
        value: Inputs, or a part of them, by wire names.
        schemas: The schemas of that value.
        open_file: Called with a path, or a `file:` URL, and the steps that lead to it.
        steps: The steps that lead to the value.
    """
    if is_array(value):
        return [
            with_files(item, schemas.item(), open_file, (*steps, number))
            for number, item in enumerate(value)
        ]
    if is_object(value):
        return {
            name: with_files(member, schemas.member(name), open_file, (*steps, name))
            for name, member in value.items()
        }
    if isinstance(value, str) and _names_a_file(value, schemas):
        return open_file(value, steps)
    return value


def _names_a_file(text: str, schemas: ValueSchemas) -> bool:
    """Whether `text` is a medium, but neither a URL nor a file that the service has."""
    media = [schema for schema in schemas.all if _MEDIA_KEYWORD in schema]
    if not media or _NO_PATH.match(text):
        return False
    return not any(_has_sample(schema, text) for schema in media)


def _has_sample(schema: dict[str, Any], text: str) -> bool:
    return text in (
        *schema.get("examples", ()),
        schema.get("default"),
        schema.get("x-form-default"),
    )
