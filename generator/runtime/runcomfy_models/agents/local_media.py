"""Media that an agent names by the path of a file."""

from typing import Any

from .._runtime.errors import Problem
from .._runtime.json_path import json_path
from .._runtime.models.inputs import InputModel
from .._runtime.models.named_files import Steps, with_files
from .._runtime.models.value_schemas import ValueSchemas
from .folders import Folders, NotAllowed


def with_local_files(
    inputs: dict[str, Any], input_type: type[InputModel], folders: Folders
) -> tuple[dict[str, Any], list[Problem]]:
    """Return `inputs` (wire names) with a `Path` in place of each medium that names a file.

    A file that is not in an allowed folder is a problem; its name stays as it is.
    """
    problems: list[Problem] = []

    def open_file(name: str, steps: Steps) -> Any:
        try:
            return folders.file(name)
        except NotAllowed as error:
            message = f"is not an https:// URL, and {error}"
            problems.append(Problem(json_path(steps), message, "file"))
            return name

    schemas = ValueSchemas.of(input_type.model_json_schema())
    return with_files(inputs, schemas, open_file), problems
