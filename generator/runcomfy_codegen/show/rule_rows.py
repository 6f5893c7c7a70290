"""The rules in words of a model, and its sentences that look like rules, as rows of a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from runcomfy_codegen.json_schema.walking import HOLDERS_AS_WRITTEN, every_schema
from runcomfy_codegen.reading.documents import ModelDocuments
from runcomfy_codegen.reading.files import INPUT
from runcomfy_codegen.reading.place import Place
from runcomfy_codegen.reading.rules_file import RuleEntry
from runcomfy_codegen.rules.sentences import one_line, rule_like


@dataclass(frozen=True, kw_only=True)
class RuleRow:
    """A sentence of a page, and how it is answered."""

    model: str
    rule: str
    """The id of its rule; `none` if a maintainer decided that it needs none; empty if undecided."""
    answer: str
    """The condition, the content types, or the reason for having none; empty if undecided."""
    at: str
    sentence: str


def rule_rows(model: ModelDocuments, entries: tuple[RuleEntry, ...]) -> Iterator[RuleRow]:
    """Yield a row for each of the model's rules, then one for each sentence without an answer."""
    name = str(model.model_id)
    for entry in entries:
        rule, place = entry.id or "none", str(entry.place)
        yield RuleRow(
            model=name, rule=rule, answer=_answer(entry), at=place, sentence=one_line(entry.quote)
        )
    for at, sentence in _sentences(model.value(INPUT)):
        if not any(_answers(entry, at, sentence) for entry in entries):
            yield RuleRow(model=name, rule="", answer="", at=str(at), sentence=sentence)


def _answer(entry: RuleEntry) -> str:
    return entry.rule or ", ".join(entry.accepts) or entry.none


def _sentences(schema: Any) -> Iterator[tuple[Place, str]]:
    """Yield the sentences of an input that look like rules, each with its place."""
    for pointer, inner in every_schema(schema, "", HOLDERS_AS_WRITTEN):
        text = inner.get("description")
        for sentence in rule_like(text) if isinstance(text, str) else ():
            yield Place(INPUT, pointer), sentence


def _answers(entry: RuleEntry, place: Place, sentence: str) -> bool:
    quote = one_line(entry.quote)
    is_there = entry.place in (place, place.child("description"))
    return is_there and (quote in sentence or sentence in quote)
