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

MAX_PLACES = 3
"""Places that a finding names."""


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
            f"{document}#{pointer}",
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
            rule, model_id, f"{document}#{pointer}", words, before=before, after=after
        )


def _without_effect(
    model_id: str, document: str, old: Side, new: Side, rules: RuleBook
) -> Iterator[Finding]:
    """Yield a finding for differences without an effect, unless both are equal as JSON."""
    places = list(json_differences(old.raw, new.raw))
    if not places:
        return
    is_rewritten = json_key(old.schema) != json_key(new.schema)
    rule = REWRITTEN if is_rewritten else "unread-changed"
    what = "the same values are valid" if is_rewritten else "a change without effect"
    pointer = f"{document}#{common_pointer(places)}"
    yield rules.finding(
        rule, model_id, pointer, f"{what}: {_listed(places)}", before=old.raw, after=new.raw
    )


def _listed(places: list[str]) -> str:
    named = ", ".join(code_span(place or "/") for place in places[:MAX_PLACES])
    unnamed = len(places) - MAX_PLACES
    return f"{named} and {unnamed} more" if unnamed > 0 else named
