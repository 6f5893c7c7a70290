"""Look up the schemas behind a document's references."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from runcomfy_codegen.dialect.references import WHOLE_DOCUMENT, definition_name
from runcomfy_codegen.json_schema.values import Schema


@dataclass(frozen=True)
class Definitions:
    """The definitions of a normalised document."""

    document: Schema

    def target(self, reference: Any) -> Any:
        """Return the schema behind the `$ref` `reference`, which the dialect has checked."""
        if reference == WHOLE_DOCUMENT:
            return {key: value for key, value in self.document.items() if key != "$defs"}
        return self.document.get("$defs", {})[definition_name(reference)]
