"""Content types of media that rules in words state, in the schema of the inputs."""

from __future__ import annotations

from collections.abc import Iterable

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.dialect.content_types import add_content_types
from runcomfy_codegen.json_schema.values import Schema
from runcomfy_codegen.reading.rules_file import RuleEntry


def add_content_types_of(
    entries: Iterable[RuleEntry], schema: Schema, collector: Collector
) -> None:
    """Add to the media of the plain `schema` which content types `entries` say they accept.

    What is wrong is added to `collector`.
    """
    for entry in entries:
        if not entry.accepts:
            continue
        types = list(entry.accepts)
        if not add_content_types(schema, entry.place.pointer, entry.id, types, entry.quote):
            message = f"{entry.id}: {entry.place} is not a medium, nor a list of media"
            collector.add("invalid-rule", "", message, line=entry.line)
