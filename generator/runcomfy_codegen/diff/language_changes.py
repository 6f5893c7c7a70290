"""Merge the findings of a model whose texts changed their language."""

from __future__ import annotations

from collections.abc import Iterator

from runcomfy_codegen.diff.finding import Finding
from runcomfy_codegen.diff.rule_book import RuleBook
from runcomfy_codegen.language import detect_language

_TEXT_RULES = frozenset({"title-changed", "description-changed", "media-rule-message-changed"})


def merge_language_findings(findings: list[Finding], rules: RuleBook) -> Iterator[Finding]:
    """Yield `findings`; if the language changed, one finding replaces all those about texts."""
    texts = [finding for finding in findings if finding.rule in _TEXT_RULES]
    before = detect_language(text.before for text in texts if isinstance(text.before, str))
    after = detect_language(text.after for text in texts if isinstance(text.after, str))
    if before is None or after is None or before == after:
        yield from findings
        return
    words = f"the language of {len(texts)} texts changed from {before} to {after}"
    model_id, document = texts[0].model_id, texts[0].pointer.partition("#")[0]
    yield rules.finding("language-changed", model_id, f"{document}#", words, before, after)
    yield from (finding for finding in findings if finding.rule not in _TEXT_RULES)
