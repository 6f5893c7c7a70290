"""A command `export`, which an exported file names so that it can be written again."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from runcomfy_codegen.export.unknown_model import UnknownModelError

if TYPE_CHECKING:
    from runcomfy_codegen.export.exported_model import ExportedModel

SCHEMA_2020_12 = "https://json-schema.org/draft/2020-12/schema"

MARK = "x-generated-by"
"""The member of an exported document that has the command."""

PROGRAM = "runcomfy-codegen export"


class ExportCommand(NamedTuple):
    """The subject of an export; its destination is not a part of it."""

    kind: str
    """`openapi` or `jsonschema`."""
    choice: str
    """The version of OpenAPI, or the side of the schema: `input` or `output`."""
    models: tuple[str, ...] = ()
    """Ids or patterns of ids, for OpenAPI; one id for a JSON Schema."""

    def __str__(self) -> str:
        """Return the command as a shell takes it."""
        option = f"--{_OPTIONS[self.kind]}={self.choice}"
        return f"{PROGRAM} {shlex.join([self.kind, option, *self.models])}"

    @classmethod
    def parse(cls, command: str) -> Self | None:
        """Return what `str()` was given of; None for any other text."""
        words = _words(command.removeprefix(PROGRAM))
        if len(words) < 2 or words[0] not in _OPTIONS:
            return None
        made = cls(words[0], words[1].partition("=")[2], tuple(words[2:]))
        return made if str(made) == command else None

    def text(self, schemas: Path) -> str:
        """Return the file that the command writes, of the models below `schemas`.

        Raises what `read_exported` raises.
        """
        head, *rest = self._document(schemas).items()
        document = dict([head, (MARK, str(self)), *rest])
        return json_text(document)

    def _document(self, schemas: Path) -> dict[str, Any]:
        # heavy, and not needed to recognise an export
        from runcomfy_codegen.export.exported_model import read_exported
        from runcomfy_codegen.export.openapi import openapi_document
        from runcomfy_codegen.export.openapi_3_0 import as_openapi_3_0

        exported = read_exported(schemas, self.models)
        if self.kind == "jsonschema":
            return self._schema({model.model_id: model for model in exported.models})
        document = openapi_document(exported.models, exported.service)
        return document if self.choice == "3.1" else as_openapi_3_0(document)

    def _schema(self, models: dict[str, ExportedModel]) -> dict[str, Any]:
        model_id = "".join(self.models)
        if model_id not in models:  # a pattern
            raise UnknownModelError(model_id, models)
        model = models[model_id]
        return {"$schema": SCHEMA_2020_12} | (
            model.input if self.choice == "input" else model.output
        )


_OPTIONS = {"openapi": "version", "jsonschema": "side"}


def json_text(value: Any) -> str:
    """Return a JSON value as the text of a file."""
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _words(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError:  # a quote that is not closed
        return []
