"""Find the line of a template that changed the output."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from runcomfy_codegen.template_text import literal_parts

_BLOCK = re.compile(r"\{%-?\s*(end)?(if|for|macro|call|filter|block)\b")
"""The beginning or the end of a block, which is not always rendered."""

_SHORTEST = 3
"""Shortest text, in characters, that is searched for: shorter ones occur anywhere."""


def changed_template_line(template: Path, before: list[str], after: list[str]) -> int | None:
    """Return the first line of `template` whose literal text is in `after` and not in `before`.

    Only what is always rendered counts: any other text may be new because of a schema. Blanks do
    not count, since the formatter changes them.
    """
    old, new = squeezed("\n".join(before)), squeezed("\n".join(after))
    for number, line in _always_rendered(template.read_text("utf-8")):
        literal_texts = [squeezed(text) for text in literal_parts(line)]
        if any(
            len(text) >= _SHORTEST and text in new and text not in old for text in literal_texts
        ):
            return number
    return None


def _always_rendered(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines outside of all blocks, with their numbers."""
    depth = 0
    for number, line in enumerate(text.splitlines(), 1):
        if depth == 0:
            yield number, line
        depth += sum(-1 if end else 1 for end, _ in _BLOCK.findall(line))


def squeezed(text: str) -> str:
    """Return `text` without blanks: the formatter and the wrapping of docstrings change them."""
    return "".join(text.split())
