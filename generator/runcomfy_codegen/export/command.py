"""The command `export` that wrote a file: stored in or beside it, so that it can be run again."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from runcomfy_codegen.export.unknown_model import UnknownModelError

if TYPE_CHECKING:
    from runcomfy_codegen.export.exported_model import ExportedModel

SCHEMA_2020_12 = "https://json-schema.org/draft/2020-12/schema"

GENERATED_BY = "x-generated-by"
"""The member of an exported document that has the command."""

PROGRAM = "runcomfy-codegen export"

OPTIONS: dict[str, dict[str, tuple[str, ...]]] = {
    "openapi": {"version": ("3.1", "3.0")},
    "jsonschema": {"side": ("input", "output")},
    "tools": {
        "profile": ("plain", "strict"),
        "for": ("openai", "openai-chat", "anthropic", "gemini", "mcp"),
    },
}
"""Kind of export: the options of its command, each with its values; the first is the default."""


class ExportCommand(NamedTuple):
    """A command `export` without its destination."""

    kind: str
    """One of `OPTIONS`."""
    choices: tuple[str, ...]
    """The value of each option."""
    models: tuple[str, ...] = ()
    """Ids or patterns of ids; one id for a JSON Schema."""

    def __str__(self) -> str:
        """Return the command as a shell takes it."""
        pairs = zip(OPTIONS[self.kind], self.choices, strict=True)
        options = [f"--{name}={value}" for name, value in pairs]
        return f"{PROGRAM} {shlex.join([self.kind, *options, *self.models])}"

    @classmethod
    def parse(cls, command: str) -> Self | None:
        """Return the command that `str()` gives as `command`; None for any other text."""
        kind, *words = _words(command.removeprefix(PROGRAM)) or [""]
        allowed = [*OPTIONS.get(kind, {}).values()]
        choices = [word.partition("=")[2] for word in words[: len(allowed)]]
        if not allowed or len(choices) < len(allowed):
            return None
        if not all(choice in values for choice, values in zip(choices, allowed, strict=True)):
            return None
        parsed = cls(kind, tuple(choices), tuple(words[len(allowed) :]))
        return parsed if str(parsed) == command else None

    def text(self, schemas: Path) -> str:
        """Return the file that the command writes, of the models below `schemas`.

        Raises what `read_exported` raises, and `InexpressibleError` for a model that cannot be
        expressed as a strict tool.
        """
        if self.kind == "tools":
            return self._tools(schemas)
        head, *members = self._document(schemas).items()
        document = dict([head, (GENERATED_BY, str(self)), *members])
        return json_text(document)

    def _tools(self, schemas: Path) -> str:
        from runcomfy_codegen.export.exported_model import read_exported
        from runcomfy_codegen.export.tools import as_tools, tool_objects

        profile, api = self.choices
        exported_tools = as_tools(read_exported(schemas, self.models).models, profile)
        return json_text(tool_objects(exported_tools, api))

    def _document(self, schemas: Path) -> dict[str, Any]:
        # slow to import, and not needed to recognise an export
        from runcomfy_codegen.export.exported_model import read_exported
        from runcomfy_codegen.export.openapi import openapi_document
        from runcomfy_codegen.export.openapi_3_0 import as_openapi_3_0

        exported = read_exported(schemas, self.models)
        if self.kind == "jsonschema":
            return self._schema({model.model_id: model for model in exported.models})
        document = openapi_document(exported.models, exported.protocol)
        return document if self.choices == ("3.1",) else as_openapi_3_0(document)

    def _schema(self, models: dict[str, ExportedModel]) -> dict[str, Any]:
        model_id = "".join(self.models)
        if model_id not in models:  # a pattern
            raise UnknownModelError(model_id, models)
        model = models[model_id]
        return {"$schema": SCHEMA_2020_12} | (
            model.input if self.choices == ("input",) else model.output
        )


def json_text(value: Any) -> str:
    """Return a JSON value as the text of a file."""
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _words(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError:  # a quote that is not closed
        return []
