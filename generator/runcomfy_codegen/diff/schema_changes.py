"""Compare the input or the output schema of a model."""

from __future__ import annotations

import json
from collections.abc import Iterator

from runcomfy_codegen.diff.comparing import find_changes
from runcomfy_codegen.diff.comparing.change import describe
from runcomfy_codegen.diff.finding import Finding
from runcomfy_codegen.diff.kinds import rule_of
from runcomfy_codegen.diff.rule_book import RuleBook
from runcomfy_codegen.diff.sides import Side
from runcomfy_codegen.diff.uninterpreted import ignored_changes, unsupported_changes
from runcomfy_codegen.diff.written_pointers import nearest_pointer
from runcomfy_codegen.reading.files import INPUT


def compare_schemas(
    model_id: str, document: str, old: Side, new: Side, rules: RuleBook
) -> list[Finding]:
    """Return the findings in `document`, which is `input.json` or `output.json` and differs."""
    findings = [
        *_interpreted(model_id, document, old, new, rules),
        *_uninterpreted(model_id, document, old, new, rules),
    ]
    return findings or [_unexplained(model_id, document, old, new, rules)]


def _interpreted(
    model_id: str, document: str, old: Side, new: Side, rules: RuleBook
) -> Iterator[Finding]:
    for change in find_changes(old.schema, new.schema):
        pointer = nearest_pointer(new.root + change.pointer, new.raw, old.raw)
        yield rules.finding(
            rule_of(change, is_input=document == INPUT),
            model_id,
            f"{document}#{pointer}",
            change.words,
            change.before,
            change.after,
        )


def _uninterpreted(
    model_id: str, document: str, old: Side, new: Side, rules: RuleBook
) -> Iterator[Finding]:
    for rule, pointer, before, after in (
        *unsupported_changes(old, new),
        *ignored_changes(old, new),
    ):
        words = describe(pointer.rpartition("/")[2] or document, before, after)
        yield rules.finding(rule, model_id, f"{document}#{pointer}", words, before, after)


def _unexplained(model_id: str, document: str, old: Side, new: Side, rules: RuleBook) -> Finding:
    """Return the finding for a difference without effect: the order of keys, or ignored parts."""
    rule, words = "unread-changed", "only parts that the generator ignores changed"
    if json.dumps(old.raw, sort_keys=True) == json.dumps(new.raw, sort_keys=True):
        rule, words = "order-changed", "the order of the keys changed"
    return rules.finding(rule, model_id, f"{document}#", words, old.raw, new.raw)
