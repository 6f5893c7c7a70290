"""Check the quotes that rules rest on: each must be in the page's text, in the same language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.json_schema.pointers import get_at
from runcomfy_codegen.json_schema.values import ABSENT, is_object
from runcomfy_codegen.language import detect_language
from runcomfy_codegen.reading.rules_file import RuleEntry
from runcomfy_codegen.rules.sentences import one_line


def check_quotes(entries: Iterable[RuleEntry], document: Any, collector: Collector) -> None:
    """Note each of `entries` whose quote is not in the page's text, word for word.

    `document` is the input document as the page has it.
    """
    for entry in entries:
        pointer = entry.place.pointer
        name = entry.id or one_line(entry.quote)
        if get_at(document, pointer, ABSENT) is ABSENT:
            collector.add(
                "invalid-rule", "", f"{name}: {entry.place} does not exist", line=entry.line
            )
            continue
        text = text_at(document, pointer)
        if is_quoted(entry.quote, text):
            continue
        quote_language, page_language = detect_language([entry.quote]), detect_language([text])
        if quote_language and page_language and quote_language != page_language:
            languages = f"another language ({quote_language}) than the text ({page_language})"
            message = f"{name}: the quote is in {languages}"
            hint = "quote the page's own words"
            collector.add("quote-language", "", message, hint, line=entry.line)
        else:
            hint = "does the rule still hold? quote what the page says now, or remove it"
            message = f"{name}: {entry.place} no longer says {one_line(entry.quote)!r}"
            collector.add("stale-quote", "", message, hint, line=entry.line)


def stale_quotes(entries: Iterable[RuleEntry], document: Any) -> Iterator[RuleEntry]:
    """Yield those of `entries` whose quote is not in the page's text."""
    for entry in entries:
        if not is_quoted(entry.quote, text_at(document, entry.place.pointer)):
            yield entry


def text_at(document: Any, pointer: str) -> str:
    """Return the text at a place: a text itself, or title and description of a schema."""
    value = get_at(document, pointer, "")
    texts = [value.get("title"), value.get("description")] if is_object(value) else [value]
    return "\n".join(text for text in texts if isinstance(text, str))


def is_quoted(quote: str, text: str) -> bool:
    """Whether `text` has the words of `quote`, in a row."""
    return one_line(quote) in one_line(text)
