"""Find the curl commands and JSON blocks in a page's text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from runcomfy_codegen.pages.curl import CurlCommand, read_curl
from runcomfy_codegen.pages.json_blocks import INVISIBLE, BrokenJson, JsonBlock, read_json

# A bracket counts only if JSON can follow it, as in `{"` or `[{`.
_BLOCK_START = re.compile(
    rf"curl(?=[{INVISIBLE}\\]++(?:-|['\"<]?https?:))"
    rf'|\{{(?=[{INVISIBLE}]*+(?:["}}]|\Z))'
    rf"|\[(?=[{INVISIBLE}]*+\{{)"
)


def find_blocks(text: str) -> Iterator[CurlCommand | JsonBlock | BrokenJson]:
    """Yield the blocks of `text` in order; none is nested in another.

    A command or brace inside a block's string belongs to that string and is skipped with the
    block. Takes time linear in the length of any `text`.
    """
    pos = 0
    while match := _BLOCK_START.search(text, pos):
        block = _read_block(text, match)
        pos = block.end
        yield block


def _read_block(text: str, match: re.Match[str]) -> CurlCommand | JsonBlock | BrokenJson:
    if match.group() == "curl":
        return read_curl(text, match.start())
    return read_json(text, match.start())
