"""Media that an agent names by the path of a file."""

import re
from typing import Any

from .._runtime.errors import Problem
from .._runtime.json_path import json_path
from .._runtime.json_value import is_array, is_object
from .._runtime.models.inputs import InputModel
from .._runtime.models.schema_places import Places
from .folders import Folders, NotAllowed

MEDIA = "x-media"
"""Annotation of a medium in `model_json_schema`."""

_URL = re.compile(r"\s*(?:https?|data):|\s*$", re.IGNORECASE)

Steps = tuple[str | int, ...]


def with_local_files(
    inputs: dict[str, Any], input_type: type[InputModel], folders: Folders
) -> tuple[dict[str, Any], list[Problem]]:
    """Return `inputs` (wire names) with a `Path` in place of each medium that names a file.

    A file that is not in an allowed folder is a problem, and stays a text.
    """
    problems: list[Problem] = []

    def opened(value: Any, places: Places, steps: Steps) -> Any:
        if is_array(value):
            return [
                opened(item, places.item(), (*steps, n)) for n, item in enumerate(value)
            ]
        if is_object(value):
            return {
                name: opened(member, places.member(name), (*steps, name))
                for name, member in value.items()
            }
        if not (isinstance(value, str) and _is_file(value, places)):
            return value
        try:
            return folders.file(value)
        except NotAllowed as error:
            message = f"is not an https:// URL, and {error}"
            problems.append(Problem(json_path(steps), message, "file"))
            return value

    places = Places.of(input_type.model_json_schema())
    return opened(inputs, places, ()), problems


def _is_file(text: str, places: Places) -> bool:
    """Whether `text` is a medium that names neither a URL nor a file of the service's own."""
    media = [one for one in places.known if MEDIA in one]
    return (
        bool(media)
        and not _URL.match(text)
        and not any(_has_sample(one, text) for one in media)
    )


def _has_sample(schema: dict[str, Any], text: str) -> bool:
    return text in (
        *schema.get("examples", ()),
        schema.get("default"),
        schema.get("x-form-default"),
    )
