"""Walking through a page's text, from one curl command or JSON block to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from runcomfy_codegen.pages.curl import Curl, read_curl
from runcomfy_codegen.pages.json_blocks import UNSEEN, BrokenJson, JsonBlock, read_json

_START = re.compile(
    rf"curl(?=[{UNSEEN}\\]++(?:-|['\"<]?https?:))"
    rf'|\{{(?=[{UNSEEN}]*+(?:["}}]|\Z))'
    rf"|\[(?=[{UNSEEN}]*+\{{)"
)
"""Where a block may begin. A bracket counts only where JSON may follow, as in `{"` or `[{`."""


def find_blocks(text: str) -> Iterator[Curl | JsonBlock | BrokenJson]:
    """The blocks of `text` in their order; none lies inside another.

    Whatever stands inside a block's strings, commands and braces too, is passed over with the
    block. Linear in the length of `text`, whatever that holds.
    """
    at = 0
    while match := _START.search(text, at):
        block = _block(text, match)
        at = block.end
        yield block


def _block(text: str, match: re.Match[str]) -> Curl | JsonBlock | BrokenJson:
    if match.group() == "curl":
        return read_curl(text, match.start())
    return read_json(text, match.start())
