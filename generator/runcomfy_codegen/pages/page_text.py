"""Decode a page's bytes into its text and the address of the docs."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from runcomfy_codegen.pages.foreign_formats import foreign_format
from runcomfy_codegen.pages.html_text import (
    UnreadableHtmlError,
    declared_encoding,
    is_html,
    read_html,
)
from runcomfy_codegen.pages.sources import Source, SourceError
from runcomfy_codegen.reading.docs_url import runcomfy_address

_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


@dataclass(frozen=True)
class PageText:
    """The text of a page, without markup."""

    text: str
    docs_url: str | None


def read_page_text(source: Source) -> PageText:
    """Return the text of `source` without markup, and the docs URL if it is known.

    Raises `SourceError` if the page is empty, of another format, or cannot be decoded.
    """
    if what := foreign_format(source.data):
        raise SourceError(f"{what}: save the page as text or HTML")
    text = _decode(source)
    fetched_from = runcomfy_address(source.url)
    if not text.strip():
        raise SourceError("the page is empty")
    if not is_html(text, expected=source.html_expected):
        return PageText(text, fetched_from)
    try:
        page = read_html(text)
    except UnreadableHtmlError as error:
        raise SourceError(str(error)) from None
    return PageText(page.text, runcomfy_address(page.canonical_url) or fetched_from)


def _decode(source: Source) -> str:
    data = source.data
    marked = next((name for bom, name in _BYTE_ORDER_MARKS.items() if data.startswith(bom)), None)
    # UTF-8 comes before the declared encoding: text that is valid UTF-8 is hardly ever anything
    # else, and declarations are often wrong.
    encoding = marked or "utf-8"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        problem = f"not {encoding.upper()}: byte {data[error.start]:#04x} at {error.start}"
    for declared in (source.charset, declared_encoding(data)):
        if declared and (text := _decode_as(declared, data)) is not None:
            return text
    raise SourceError(f"{problem}; save the page as UTF-8")


def _decode_as(encoding: str, data: bytes) -> str | None:
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeError):
        return None
