"""Compare the kind of medium that a URL points to, its samples, and the docs' rules on the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.dialect.tables import MEDIA, MEDIA_LIMITS, MEDIA_SAMPLES
from runcomfy_codegen.diff.comparing.change import Change, describe
from runcomfy_codegen.diff.comparing.walk import Walk
from runcomfy_codegen.inclusion.media_rules import implies, subject
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import ABSENT, Schema


def compare_media(_: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """Yield a change of the kind of medium, of its samples, and of each rule that differs."""
    before, after = old.get(MEDIA, ABSENT), new.get(MEDIA, ABSENT)
    if before != after:
        message = describe("the kind of medium", before, after)
        narrows, widens = after is not ABSENT, before is not ABSENT
        yield Change(
            "media", pointer, before, after, narrows=narrows, widens=widens, message=message
        )
    elif after is not ABSENT:
        yield from _compare_samples(old, new, pointer)
    old_rules, new_rules = _tightest_rules(old), _tightest_rules(new)
    rules_pointer = pointer + join_pointer("validations")
    for name in sorted(old_rules.keys() | new_rules.keys()):
        yield from _compare_rules(old_rules.get(name), new_rules.get(name), rules_pointer)


def _compare_samples(old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """Yield a change of the values that are accepted beside https URLs: those of the page."""
    before, after = (schema.get(MEDIA_SAMPLES, []) for schema in (old, new))
    narrows, widens = not {*before} <= {*after}, not {*after} <= {*before}
    if narrows or widens:
        message = describe("what is accepted beside https URLs", before or ABSENT, after or ABSENT)
        yield Change(
            "media-sample", pointer, before, after, narrows=narrows, widens=widens, message=message
        )


def _tightest_rules(schema: Schema) -> dict[str, list[Any]]:
    """Return the tightest rule on each subject."""
    rules: list[list[Any]] = schema.get(MEDIA_LIMITS, [])
    tightest: dict[str, list[Any]] = {}
    for rule in rules:
        tightest_rule = tightest.get(subject(rule))
        if tightest_rule is None or implies(rule, tightest_rule):
            tightest[subject(rule)] = rule
    return tightest


def _compare_rules(old: list[Any] | None, new: list[Any] | None, pointer: str) -> Iterator[Change]:
    before, after = (ABSENT if rule is None else rule[:2] for rule in (old, new))
    if before != after:
        narrows = new is not None and not (old and implies(old, new))
        widens = old is not None and not (new and implies(new, old))
        message = describe("the rule on files", _in_words(old), _in_words(new))
        yield Change(
            "media-rule", pointer, before, after, narrows=narrows, widens=widens, message=message
        )
    elif old and new and old[2] != new[2]:
        message = describe("the message of a rule on files", old[2], new[2])
        yield Change("media-rule-message", pointer, old[2], new[2], message=message)


def _in_words(rule: list[Any] | None) -> Any:
    return f"{rule[0]} {rule[1]}" if rule else ABSENT
