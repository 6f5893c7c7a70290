"""The guides: Markdown written by hand, in the order of the navigation."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from pathlib import Path

from runcomfy_codegen.site.paths import with_links

ORDER = (
    "start media jobs batches command-line agents testing other-languages comparison "
    "add-a-model rules-and-patches follow-the-service drift architecture"
).split()
"""Names of guides, in the order of the navigation; any others come behind them."""

REPOSITORY = "https://github.com/runcomfy/runcomfy-models/blob/main"
"""The address of files that are not pages of the site."""

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
"""A comment for the test that runs the blocks of a guide."""

_PICTURES = (".png", ".svg")


@dataclass(frozen=True)
class Guide:
    """One guide."""

    name: str
    """Its file name, without the suffix."""
    text: str

    @property
    def title(self) -> str:
        """Its first heading."""
        heading = re.search(r"^# (.+)$", self.text, re.MULTILINE)
        return heading[1] if heading else self.name

    @property
    def path(self) -> str:
        """The path of its page."""
        return f"{self.name}.md"


def read_guides(folder: Path) -> list[Guide]:
    """Return the guides in `folder`, in their order; their links lead into the site."""
    names = {path.stem for path in folder.glob("*.md")}
    ordered = [*(name for name in ORDER if name in names), *sorted(names - {*ORDER})]
    texts = {name: (folder / f"{name}.md").read_text("utf-8") for name in ordered}
    return [Guide(name, _linked(_COMMENT.sub("", texts[name]), names, "docs")) for name in ordered]


def read_start_page(readme: Path, guides: list[Guide]) -> str:
    """Return README as the start page of the site."""
    return _linked(readme.read_text("utf-8"), {guide.name for guide in guides}, "")


def read_pictures(folder: Path) -> dict[str, bytes]:
    """Return the pictures of the guides in `folder`, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.suffix in _PICTURES
    }


def _linked(text: str, names: set[str], folder: str) -> str:
    """Return a document of `folder` with its links as they are on the site."""

    def target(link: str) -> str:
        path = posixpath.normpath(posixpath.join(folder, link))
        inside = path.removeprefix("docs/")
        if path.startswith("docs/") and (
            inside.removesuffix(".md") in names or inside.endswith(_PICTURES)
        ):
            return inside
        return "index.md" if path == "README.md" else f"{REPOSITORY}/{path}"

    return with_links(text, target)
