"""The schemas behind a document's references."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from runcomfy_codegen.dialect.references import ROOT, definition_name
from runcomfy_codegen.json_schema.values import Schema


@dataclass(frozen=True)
class Definitions:
    """A normalised document, looked into by `$ref`."""

    document: Schema

    def target(self, reference: Any) -> Any:
        """The schema behind a `$ref`, which was checked to be there."""
        if reference == ROOT:
            return {key: value for key, value in self.document.items() if key != "$defs"}
        return self.document.get("$defs", {})[definition_name(reference)]
