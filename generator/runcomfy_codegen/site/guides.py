"""The guides: Markdown written by hand, in the order of the navigation."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ORDER = (
    "start media jobs batches command-line agents testing other-languages comparison "
    "add-a-model rules-and-patches follow-the-service drift architecture"
).split()
"""Names of guides, in the order of the navigation; any others come behind them."""

REPOSITORY = "https://github.com/runcomfy/runcomfy-models/blob/main"
"""Where files are that are no page of the site."""

_LINK = re.compile(r"(?<=\]\()(?![a-z]+:|#)([^)#\s]+)")
"""The target of a link to another file."""


_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True)
class Guide:
    """One guide."""

    name: str
    """Its file name, without the suffix."""
    text: str

    @property
    def title(self) -> str:
        """Its first heading."""
        found = re.search(r"^# (.+)$", self.text, re.MULTILINE)
        return found[1] if found else self.name

    @property
    def path(self) -> str:
        """The path of its page."""
        return f"{self.name}.md"


def read_guides(folder: Path) -> list[Guide]:
    """Return the guides in `folder`, in their order; their links lead into the site."""
    names = {path.stem for path in folder.glob("*.md")}
    ordered = [*(name for name in ORDER if name in names), *sorted(names - {*ORDER})]
    return [Guide(name, _linked(_read(folder / f"{name}.md"), names, "docs")) for name in ordered]


def _read(path: Path) -> str:
    """Return a guide without its comments, which are for the tests of its blocks."""
    return _COMMENT.sub("", path.read_text("utf-8"))


def start_page(readme: str, guides: list[Guide]) -> str:
    """Return README as the start page of the site."""
    return _linked(readme, {guide.name for guide in guides}, "")


def _linked(text: str, names: set[str], folder: str) -> str:
    """Return a document of `folder` with its links as they are on the site."""

    def target(match: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join(folder, match[1]))
        inside = path.removeprefix("docs/")
        if path.startswith("docs/") and (inside.removesuffix(".md") in names or _is_asset(inside)):
            return inside
        return "index.md" if path == "README.md" else f"{REPOSITORY}/{path}"

    return _LINK.sub(target, text)


def _is_asset(path: str) -> bool:
    return path.endswith((".svg", ".png"))


def assets(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures of the guides in `folder`, with their paths."""
    for path in sorted(folder.rglob("*")):
        if _is_asset(path.name):
            yield path.relative_to(folder).as_posix(), path.read_bytes()
