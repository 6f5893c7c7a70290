"""The synchronous twin of asynchronous source: written once, derived by a table of words."""

from __future__ import annotations

import io
import re
import tokenize
from itertools import pairwise

DROPPED = frozenset({"async", "await"})
"""Keywords that have no twin, and go with the blanks behind them."""

WORDS = {
    "AsyncGenerator": "Generator",
    "AsyncIterator": "Iterator",
    "__aenter__": "__enter__",
    "__aexit__": "__exit__",
    "aiter_bytes": "iter_bytes",
    "asynccontextmanager": "contextmanager",
    "enter_async_context": "enter_context",
    "handle_async_request": "handle_request",
    "push_async_callback": "callback",
    "_async": "_sync",
    "aclose": "close",
    "asynchronous": "synchronous",
    "asynchronously": "synchronously",
    "asyncio": "time",
}
"""Asynchronous word: its synchronous twin. Other names lose the prefix `Async`."""

_WORD = re.compile(r"[A-Za-z_]+")
_PREFIX = re.compile(r"Async(?=[A-Z])")


def sync_twin(source: str) -> str:
    """`source` without `async` and `await`, and with every word replaced by its twin.

    Words are replaced in strings and comments as well; the keywords are dropped from
    code alone. The result is valid Python wherever the table is complete, and not formatted.
    """
    return _WORD.sub(_twin, _without_keywords(source))


def _without_keywords(source: str) -> str:
    lines = source.splitlines(keepends=True)
    tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    for token, following in reversed(list(pairwise(tokens))):
        if token.type == tokenize.NAME and token.string in DROPPED:
            row, start = token.start
            end = following.start[1] if following.start[0] == row else token.end[1]
            lines[row - 1] = lines[row - 1][:start] + lines[row - 1][end:]
    return "".join(lines)


def _twin(match: re.Match[str]) -> str:
    word = match.group()
    return WORDS.get(word) or _PREFIX.sub("", word)
