"""What a URL leads to: the kind of medium, and the docs' rules on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.dialect.tables import MEDIA, MEDIA_RULES
from runcomfy_codegen.diff.comparing.change import Change, json_code, was_is
from runcomfy_codegen.diff.comparing.walk import Walk
from runcomfy_codegen.diff.finding import ABSENT
from runcomfy_codegen.diff.media_rules import implies, subject
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import Schema


def media(_: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """A change of the kind of medium, and one for each rule on it."""
    was, now = old.get(MEDIA, ABSENT), new.get(MEDIA, ABSENT)
    if was != now:
        words = was_is("the kind of medium", was, now)
        narrows, widens = now is not ABSENT, was is not ABSENT
        yield Change("media", pointer, was, now, narrows, widens, words)
    before, after = _by_subject(old), _by_subject(new)
    for name in sorted(before.keys() | after.keys()):
        yield from _rule(before.get(name), after.get(name), pointer + join_pointer("validations"))


def _by_subject(schema: Schema) -> dict[str, list[Any]]:
    rules: list[list[Any]] = schema.get(MEDIA_RULES, [])
    tightest: dict[str, list[Any]] = {}
    for rule in rules:
        known = tightest.get(subject(rule))
        if known is None or implies(rule, known):
            tightest[subject(rule)] = rule
    return tightest


def _rule(old: list[Any] | None, new: list[Any] | None, pointer: str) -> Iterator[Change]:
    was, now = (ABSENT if rule is None else rule[:2] for rule in (old, new))
    if was != now:
        narrows = new is not None and not (old and implies(old, new))
        widens = old is not None and not (new and implies(new, old))
        yield Change("media-rule", pointer, was, now, narrows, widens, _words(old, new))
    elif old and new and old[2] != new[2]:
        words = was_is("the message of a media rule", old[2], new[2])
        yield Change("media-rule-message", pointer, old[2], new[2], words=words)


def _words(old: list[Any] | None, new: list[Any] | None) -> str:
    before, after = (_rule_code(rule) if rule else "" for rule in (old, new))
    if not before:
        return f"the medium must now keep {after}"
    return f"the medium had to keep {before}, now {after or 'nothing of that kind'}"


def _rule_code(rule: list[Any]) -> str:
    return json_code(f"{rule[0]} {rule[1]}")
