"""Convert HTML to the text that a browser shows. The only module that uses Beautiful Soup."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from bs4 import BeautifulSoup
from bs4.dammit import EncodingDetector
from bs4.element import CData, NavigableString, PageElement, Tag
from bs4.exceptions import ParserRejectedMarkup

_OPENING_TAG = re.compile(r"\s*<(?:!doctype\s|!--|\?xml\s|[a-z][a-z0-9-]*[\s>/])", re.IGNORECASE)
_CLOSING_TAG = re.compile(r"</(?:pre|code|span|div|p|body|html)\s*>", re.IGNORECASE)

_DROPPED = {"button", "noscript", "script", "select", "style", "svg", "template", "title"}
"""Elements whose text is not part of the page: scripts, copy buttons and the like."""

_BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt"),
    *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"),
    *("li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tr", "ul"),
}
"""Elements that start on a new line and end with one."""

# Class names of line-number columns, as highlighters (Prism, highlight.js, Rouge …) write them.
_LINE_NUMBER = re.compile(
    r"(?:.*-)?(?:line-?num(?:ber)?s?|linenos?|gutter|ln-num(?:ber)?s|blob-num)(?:-rows)?|lnt?",
    re.IGNORECASE,
)
_UNSELECTABLE = re.compile(r"user-select\s*:\s*none")
_DIGITS = re.compile(r"[\s0-9]*+")
_MAX_LINE_NUMBERS = 20_000
"""Strings of one element that are checked for being line numbers."""

_PREFORMATTED = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)")
# A browser shows a line break in the source, and the indentation after it, as one space.
_SOURCE_LINE_BREAK = re.compile(r"(?<![ \t])[ \t]*+[\r\n]\s*+")


class UnreadableHtmlError(ValueError):
    """Markup that the parser rejects."""


@dataclass(frozen=True)
class HtmlPage:
    """The text and the address of an HTML document."""

    text: str
    canonical_url: str | None
    """The address that the document claims to have; not validated."""


def is_html(text: str, *, expected: bool = False) -> bool:
    """Return whether `text` is HTML, rather than plain text that mentions a tag.

    HTML begins with a tag. If the file name or the server says HTML (`expected`), a closing tag
    anywhere is enough.
    """
    return bool(_OPENING_TAG.match(text) or (expected and _CLOSING_TAG.search(text)))


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that an HTML document declares in its first bytes, if any."""
    return EncodingDetector.find_declared_encoding(data, is_html=True)


def read_html(html: str) -> HtmlPage:
    """Return the text of `html` as a browser shows it, with line breaks at blocks and `<br>`.

    Raises `UnreadableHtmlError` if the parser rejects the markup.
    """
    try:
        # Beautiful Soup warns about input that looks like a URL or a file name.
        with warnings.catch_warnings(action="ignore"):
            soup = BeautifulSoup(_without_open_comment(html), "html.parser")
    except ParserRejectedMarkup:
        raise UnreadableHtmlError("the HTML is too damaged to read") from None
    return HtmlPage("".join(_text_parts(soup)), _canonical_url(soup))


def _without_open_comment(html: str) -> str:
    """Cut off a comment that is never closed, and the rest, which it hides."""
    # The parser slows down on such comments.
    start = html.find("<!--", html.rfind("-->") + 1)
    return html if start < 0 else html[:start]


class _OpenElement(NamedTuple):
    """An element whose content is being read."""

    children: Iterator[PageElement]
    closing: str
    """The text that follows its content: a line break, or nothing."""
    is_preformatted: bool


def _text_parts(root: Tag) -> Iterator[str]:
    """Yield the text below `root` in document order."""
    # An explicit stack: a hostile page may nest deeper than Python can recurse.
    stack = [_OpenElement(iter(root.contents), closing="", is_preformatted=False)]
    while stack:
        element = stack[-1]
        child = next(element.children, None)
        if child is None:
            stack.pop()
            yield element.closing
        elif isinstance(child, Tag):
            yield _line_break(child)  # also for a dropped block, which still separates lines
            if not _is_dropped(child):
                is_preformatted = element.is_preformatted or _is_preformatted(child)
                stack.append(
                    _OpenElement(iter(child.contents), _line_break(child), is_preformatted)
                )
        elif type(child) in {NavigableString, CData}:  # not their subclasses, such as Comment
            text = str(child)
            yield text if element.is_preformatted else _SOURCE_LINE_BREAK.sub(" ", text)


def _line_break(tag: Tag) -> str:
    return "\n" if tag.name == "br" or tag.name in _BLOCKS else ""


def _is_preformatted(tag: Tag) -> bool:
    return tag.name in {"pre", "textarea"} or bool(_PREFORMATTED.search(_attribute(tag, "style")))


def _is_dropped(tag: Tag) -> bool:
    if tag.name in _DROPPED or tag.name == "br":
        return True
    return _may_be_line_number(tag) and all(
        _DIGITS.fullmatch(string) for string in islice(tag.strings, _MAX_LINE_NUMBERS)
    )


def _may_be_line_number(tag: Tag) -> bool:
    # The markup is not enough to decide: Prism puts these marks on whole blocks of code as well.
    return (
        any(_LINE_NUMBER.fullmatch(name) for name in _attribute(tag, "class").split())
        or _attribute(tag, "aria-hidden") == "true"
        or bool(_UNSELECTABLE.search(_attribute(tag, "style")))
    )


def _attribute(tag: Tag, name: str) -> str:
    value = tag.get(name) or ""
    return value if isinstance(value, str) else " ".join(value)


def _canonical_url(soup: BeautifulSoup) -> str | None:
    link = soup.find("link", rel="canonical")
    meta = soup.find("meta", property="og:url")
    for tag, attribute in ((link, "href"), (meta, "content")):
        if isinstance(tag, Tag) and (address := _attribute(tag, attribute).strip()):
            return address
    return None
