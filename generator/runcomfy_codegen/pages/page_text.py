"""From a page's bytes to its text and the address of the docs."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from runcomfy_codegen.pages.docs_url import docs_url
from runcomfy_codegen.pages.html_text import (
    UnreadableHtmlError,
    declared_encoding,
    is_html,
    read_html,
)
from runcomfy_codegen.pages.sources import Source, SourceError

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


@dataclass(frozen=True)
class Document:
    """A page as text, ready to be read."""

    text: str
    docs_url: str | None


def read_document(source: Source) -> Document:
    """The text of `source`, markup taken off, and the docs URL where it can be told.

    Raises `SourceError` where the bytes are no text.
    """
    text = _decode(source)
    fetched_from = docs_url(source.url)
    if not text.strip():
        raise SourceError("the page is empty")
    if not is_html(text, expected=source.html_expected):
        return Document(text, fetched_from)
    try:
        page = read_html(text)
    except UnreadableHtmlError as error:
        raise SourceError(str(error)) from None
    return Document(page.text, docs_url(page.canonical_url) or fetched_from)


def _decode(source: Source) -> str:
    """UTF-8 first, whatever was declared; then what the server or the HTML itself declares."""
    data = source.data
    mark = next((name for bom, name in _MARKS.items() if data.startswith(bom)), None)
    try:
        return data.decode(mark or "utf-8")
    except UnicodeDecodeError as error:
        problem = f"not {(mark or 'UTF-8').upper()}: byte {data[error.start]:#04x} at {error.start}"
    for name in (source.charset, declared_encoding(data)):
        if name and (text := _decoded(data, name)) is not None:
            return text
    raise SourceError(f"{problem}; save the page as UTF-8")


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeError):
        return None
