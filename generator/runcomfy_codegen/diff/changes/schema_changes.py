"""Compare the input or the output schema of a model."""

from __future__ import annotations

from collections.abc import Iterator

from runcomfy_codegen.dialect.written_pointers import written_pointer
from runcomfy_codegen.diff.changes.uninterpreted import (
    ignored_changes,
    uncompared_changes,
    unsupported_changes,
)
from runcomfy_codegen.diff.comparing import find_changes
from runcomfy_codegen.diff.comparing.change import describe
from runcomfy_codegen.diff.finding import Finding, code_span
from runcomfy_codegen.diff.json_differences import common_pointer, json_differences
from runcomfy_codegen.diff.kinds import rule_of
from runcomfy_codegen.diff.rule_book import RuleBook
from runcomfy_codegen.diff.rules import NOT_COMPARED, REWRITTEN
from runcomfy_codegen.diff.sources.sides import Side
from runcomfy_codegen.json_schema.values import json_key
from runcomfy_codegen.reading.files import INPUT
from runcomfy_codegen.reading.place import Place

MAX_POINTERS = 3
"""Pointers that a finding names."""


def compare_schemas(
    model_id: str, document: str, old: Side, new: Side, rules: RuleBook
) -> list[Finding]:
    """Return the findings about `document`, which is `input.json` or `output.json` and changed."""
    findings = [
        *_interpreted(model_id, document, old, new, rules),
        *_uninterpreted(model_id, document, old, new, rules),
    ]
    return findings or list(_without_effect(model_id, document, old, new, rules))


def _interpreted(
    model_id: str, document: str, old: Side, new: Side, rules: RuleBook
) -> Iterator[Finding]:
    seen: set[str] = set()
    for change in find_changes(old.schema, new.schema):
        pointer = written_pointer(change.pointer, (new.raw, new.root), (old.raw, old.root))
        finding = rules.finding(
            rule_of(change, is_input=document == INPUT),
            model_id,
            Place(document, pointer),
            change.words,
            before=change.before,
            after=change.after,
        )
        # A definition that is referred to twice yields its changes twice. They are not hashable.
        if repr(finding) not in seen:
            seen.add(repr(finding))
            yield finding


def _uninterpreted(
    model_id: str, document: str, old: Side, new: Side, rules: RuleBook
) -> Iterator[Finding]:
    for rule, pointer, before, after in (
        *unsupported_changes(old, new),
        *uncompared_changes(old, new),
        *ignored_changes(old, new),
    ):
        name = pointer.rpartition("/")[2] or document
        words = describe(name, before, after)
        if rule == NOT_COMPARED:
            words = f"{code_span(name)} is not supported, and what it may depend on changed"
        yield rules.finding(
            rule, model_id, Place(document, pointer), words, before=before, after=after
        )


def _without_effect(
    model_id: str, document: str, old: Side, new: Side, rules: RuleBook
) -> Iterator[Finding]:
    """Yield a finding for differences without an effect, unless both are equal as JSON."""
    pointers = list(json_differences(old.raw, new.raw))
    if not pointers:
        return
    is_rewritten = json_key(old.schema) != json_key(new.schema)
    rule = REWRITTEN if is_rewritten else "unread-changed"
    what = "the same values are valid" if is_rewritten else "a change without effect"
    place = Place(document, common_pointer(pointers))
    yield rules.finding(
        rule, model_id, place, f"{what}: {_listed(pointers)}", before=old.raw, after=new.raw
    )


def _listed(pointers: list[str]) -> str:
    named = ", ".join(code_span(pointer or "/") for pointer in pointers[:MAX_POINTERS])
    unnamed = len(pointers) - MAX_POINTERS
    return f"{named} and {unnamed} more" if unnamed > 0 else named
