"""The synchronous twin of asynchronous source: written once, derived by a table of words."""

from __future__ import annotations

import io
import re
import tokenize
from itertools import pairwise

from runcomfy_codegen.rendering.widths import fits

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
    code alone. Lines that became shorter are joined where black would join them. The result
    is valid Python wherever the table is complete.
    """
    return _joined(_WORD.sub(_twin, _without_keywords(source)))


def _joined(source: str) -> str:
    """`source` with what stands in brackets on a line of its own beside them, if it fits."""
    lines = source.split("\n")
    for row in range(len(lines) - 3, -1, -1):
        head, body, tail = lines[row : row + 3]
        joined = head + body.strip() + tail.strip()
        if _is_split(head, body, tail) and fits(joined):
            lines[row : row + 3] = [joined]
    return "\n".join(lines)


def _is_split(head: str, body: str, tail: str) -> bool:
    """Whether `body` is all that stands in brackets, and no comma behind it asks for a line."""
    brackets = head.endswith(("(", "[", "{")) and tail.strip().startswith((")", "]", "}"))
    return brackets and not body.endswith(",") and _indent(head) == _indent(tail) < _indent(body)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


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
