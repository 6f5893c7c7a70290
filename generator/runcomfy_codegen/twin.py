"""The synchronous twin of asynchronous source: written once, derived by a table of words."""

from __future__ import annotations

import io
import re
import tokenize

WORDS = {
    "AsyncIterator": "Iterator",
    "__aenter__": "__enter__",
    "__aexit__": "__exit__",
    "_async": "_sync",
    "aclose": "close",
    "asyncio": "time",
    "asynchronously": "synchronously",
}
"""Asynchronous name: its synchronous twin. Other names lose the prefix `Async`."""

_WORD = re.compile(r"[A-Za-z_]+")
_DROPPED = ("async", "await")


def sync_twin(source: str) -> str:
    """`source` with `async` and `await` dropped and every name replaced by its twin.

    Names in strings and comments are replaced as well. The result may want formatting.
    """
    out: list[str] = []
    position = (1, 0)
    lines = source.splitlines(keepends=True)
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type in (tokenize.INDENT, tokenize.DEDENT):
            continue
        gap = _between(lines, position, token.start)
        position = token.end
        out.append(gap)
        if token.type == tokenize.NAME and token.string in _DROPPED:
            position = (token.end[0], token.end[1] + 1)  # the blank behind it
        else:
            out.append(_WORD.sub(_twin, token.string))
    return "".join(out)


def _between(lines: list[str], start: tuple[int, int], end: tuple[int, int]) -> str:
    """The source text from `start` to `end`, (row, column) pairs of the tokenizer."""
    if start[0] == end[0]:
        return lines[start[0] - 1][start[1] : end[1]] if start[0] <= len(lines) else ""
    middle = lines[start[0] : end[0] - 1]
    last = lines[end[0] - 1][: end[1]] if end[0] <= len(lines) else ""
    return lines[start[0] - 1][start[1] :] + "".join(middle) + last


def _twin(match: re.Match[str]) -> str:
    word = match.group()
    if word in WORDS:
        return WORDS[word]
    if word.startswith("Async") and word[5:6].isupper():
        return word[5:]
    return word
