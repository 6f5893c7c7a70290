"""Replace paths of files in inputs that can only be given as text, such as JSON."""

import re
from collections.abc import Callable
from typing import Any

from ..json_value import is_array, is_object
from .schema_places import Places

MEDIA = "x-media"
"""Annotation of a medium in `model_json_schema`."""

Steps = tuple[str | int, ...]

_NO_PATH = re.compile(r"\s*(?:https?|data):|\s*$", re.IGNORECASE)


def with_files(
    value: Any, places: Places, opened: Callable[[str, Steps], Any], steps: Steps = ()
) -> Any:
    """Return a JSON `value` with each medium that names a file replaced by what `opened` returns.

    Args:
        value: Inputs, or a part of them, by wire names.
        places: The schemas of that value.
        opened: Called with a path, or a `file:` URL, and the steps that lead to it.
        steps: The steps that lead to the value.
    """
    if is_array(value):
        return [
            with_files(item, places.item(), opened, (*steps, number))
            for number, item in enumerate(value)
        ]
    if is_object(value):
        return {
            name: with_files(member, places.member(name), opened, (*steps, name))
            for name, member in value.items()
        }
    if isinstance(value, str) and _names_a_file(value, places):
        return opened(value, steps)
    return value


def _names_a_file(text: str, places: Places) -> bool:
    """Whether `text` is a medium that names neither a URL nor a file of the service's own."""
    media = [one for one in places.known if MEDIA in one]
    if not media or _NO_PATH.match(text):
        return False
    return not any(_has_sample(one, text) for one in media)


def _has_sample(schema: dict[str, Any], text: str) -> bool:
    return text in (
        *schema.get("examples", ()),
        schema.get("default"),
        schema.get("x-form-default"),
    )
