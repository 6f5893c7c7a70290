"""Compare the input or the output schema of a model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from runcomfy_codegen.dialect.written_pointers import written_pointer
from runcomfy_codegen.diff.changes.uninterpreted import (
    ignored_changes,
    uncompared_changes,
    unsupported_changes,
)
from runcomfy_codegen.diff.comparing import find_changes
from runcomfy_codegen.diff.comparing.change import describe
from runcomfy_codegen.diff.duplicates import without_duplicates
from runcomfy_codegen.diff.finding import Finding
from runcomfy_codegen.diff.finding_rules import NOT_COMPARED, REWRITTEN
from runcomfy_codegen.diff.json_differences import common_pointer, json_differences
from runcomfy_codegen.diff.rules_by_kind import rule_of
from runcomfy_codegen.diff.sources.document_versions import DocumentVersion
from runcomfy_codegen.diff.verdicts import Verdicts
from runcomfy_codegen.json_schema.values import json_key
from runcomfy_codegen.reading.files import INPUT
from runcomfy_codegen.reading.place import Place
from runcomfy_codegen.untrusted_text import code_span

MAX_POINTERS = 3
"""Pointers that a finding names."""


@dataclass(frozen=True)
class SchemaComparison:
    """Compares two versions of `input.json` or `output.json`, which differ."""

    model_id: str
    document: str
    old: DocumentVersion
    new: DocumentVersion
    verdicts: Verdicts

    def findings(self) -> list[Finding]:
        """Return the findings; at least one says that there is a difference."""
        findings = [*without_duplicates(self._interpreted()), *self._uninterpreted()]
        return findings or list(self._without_effect())

    def _interpreted(self) -> Iterator[Finding]:
        written = [(side.raw, side.root) for side in (self.new, self.old)]
        for change in find_changes(self.old.schema, self.new.schema):
            rule = rule_of(change, is_input=self.document == INPUT)
            pointer = written_pointer(change.pointer, *written)
            yield self._finding(rule, pointer, change.message, change.before, change.after)

    def _uninterpreted(self) -> Iterator[Finding]:
        for rule, pointer, before, after in (
            *unsupported_changes(self.old, self.new),
            *uncompared_changes(self.old, self.new),
            *ignored_changes(self.old, self.new),
        ):
            name = pointer.rpartition("/")[2] or self.document
            message = describe(name, before, after)
            if rule == NOT_COMPARED:
                message = f"{code_span(name)} is not supported, and what it may depend on changed"
            yield self._finding(rule, pointer, message, before, after)

    def _without_effect(self) -> Iterator[Finding]:
        """Yield a finding for differences without an effect, unless both are equal as JSON."""
        old, new = self.old, self.new
        pointers = list(json_differences(old.raw, new.raw))
        if not pointers:
            return
        is_rewritten = json_key(old.schema) != json_key(new.schema)
        rule = REWRITTEN if is_rewritten else "unread-changed"
        what = "the same values are valid" if is_rewritten else "a change without effect"
        message = f"{what}: {_listed(pointers)}"
        yield self._finding(rule, common_pointer(pointers), message, old.raw, new.raw)

    def _finding(self, rule: str, pointer: str, message: str, before: Any, after: Any) -> Finding:
        place = Place(self.document, pointer)
        return self.verdicts.finding(
            rule, self.model_id, place, message, before=before, after=after
        )


def _listed(pointers: list[str]) -> str:
    named = ", ".join(code_span(pointer or "/") for pointer in pointers[:MAX_POINTERS])
    unnamed = len(pointers) - MAX_POINTERS
    return f"{named} and {unnamed} more" if unnamed > 0 else named
