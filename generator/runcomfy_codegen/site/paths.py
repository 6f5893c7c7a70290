"""The paths of a page on the site: its HTML, and its Markdown beside it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection
from urllib.parse import quote, unquote

_LINK = re.compile(r"(?<=\]\()(?![a-z]+:|#)([^)#\s]+)")
"""The target of a link to another file."""


def html_path(path: str) -> str:
    """Return the path of the HTML of the page `path`: each page has its own folder."""
    folder = path.removesuffix(".md")
    folder = posixpath.dirname(folder) if posixpath.basename(folder) == "index" else folder
    return posixpath.join(folder, "index.html")


def plain_path(path: str) -> str:
    """Return the path of the Markdown of the page `path`. Source: https://llmstxt.org"""
    return f"{html_path(path)}.md"


def plain_url(path: str) -> str:
    """Return that path as a URL, from the top of the site."""
    return quote(plain_path(path))


def with_plain_links(text: str, path: str, pages: Collection[str]) -> str:
    """Return the Markdown of the page `path` with its links to `pages` as they are on the site."""
    here = posixpath.dirname(plain_path(path))

    def target(link: str) -> str:
        other = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(link)))
        if other not in pages:
            return link
        return quote(posixpath.relpath(plain_path(other), here or "."))

    return with_links(text, target)


def with_links(text: str, target: Callable[[str], str]) -> str:
    """Return Markdown with the `target` of each link to another file in place of that file."""
    return _LINK.sub(lambda match: target(match[1]), text)
