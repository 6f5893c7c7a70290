"""Merge the findings of a model whose texts changed their language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from runcomfy_codegen.dialect.document_texts import language_of
from runcomfy_codegen.diff.finding import Finding
from runcomfy_codegen.diff.verdicts import Verdicts
from runcomfy_codegen.reading.place import Place

_TEXT_RULES = frozenset({"title-changed", "description-changed", "media-rule-message-changed"})


def merge_language_findings(
    findings: list[Finding], before: Iterable[Any], after: Iterable[Any], verdicts: Verdicts
) -> Iterator[Finding]:
    """Yield `findings`; if the language changed, one finding replaces all those about texts.

    `before` and `after` are the schema documents, whose language is that of all their texts: one
    text with words of another language is a change like others.
    """
    texts = [finding for finding in findings if finding.rule in _TEXT_RULES]
    old, new = (language_of(documents) if texts else None for documents in (before, after))
    if old is None or new is None or old == new:
        yield from findings
        return
    count = f"{len(texts)} text{'s' if len(texts) > 1 else ''}"
    message = f"{count} changed from {old} to {new}: not compared"
    model_id, place = texts[0].model_id, Place(texts[0].place.document)
    yield verdicts.finding("language-changed", model_id, place, message, before=old, after=new)
    yield from (finding for finding in findings if finding.rule not in _TEXT_RULES)
