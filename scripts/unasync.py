"""Derive the synchronous half of the client library from the asynchronous one.

    python scripts/unasync.py            # write _sync/ from _async/
    python scripts/unasync.py --check    # fail if _sync/ is out of date

Code is rewritten token by token; a quoted type is code. In docstrings, comments and other strings,
only names in back-quotes are rewritten, so every sentence has to be true of both sides.
"""

from __future__ import annotations

import argparse
import ast
import io
import re
import subprocess
import sys
import tokenize
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

LIBRARY = Path(__file__).parents[1] / "generator/runtime/runcomfy_models/_runtime"
SOURCE, TARGET = LIBRARY / "_async", LIBRARY / "_sync"

KEYWORDS = frozenset({"async", "await"})
"""Keywords that are dropped, with the blanks after them."""

NAMES = {
    "AsyncGenerator": "Generator",
    "AsyncIterator": "Iterator",
    "__aenter__": "__enter__",
    "__aexit__": "__exit__",
    "aiter_bytes": "iter_bytes",
    "asynccontextmanager": "contextmanager",
    "enter_async_context": "enter_context",
    "push_async_callback": "callback",
    "aclose": "close",
}
"""Asynchronous name: its synchronous counterpart. Other names lose the prefix `Async`."""

_PREFIX = re.compile(r"Async(?=[A-Z])")
_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"`[^`\n]+`")


def main() -> int:
    """Write or check `_sync/`; return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing, fail on a difference")
    check: bool = parser.parse_args().check
    sources = {path.name: path.read_text(encoding="utf-8") for path in SOURCE.glob("*.py")}
    twins = {name: formatted(unasync(text)) for name, text in sources.items()}
    problems = [*_unused(sources.values()), *_left_over(twins)]
    if check:
        problems += _out_of_date(twins)
    elif not problems:
        _write(twins)
    print("".join(f"error: {problem}\n" for problem in problems), end="", file=sys.stderr)
    return int(bool(problems))


def unasync(source: str) -> str:
    """Return the synchronous form of Python `source`."""
    annotations = set(_quoted_annotations(ast.parse(source)))
    lines = source.splitlines(keepends=True)
    tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    for token, following in reversed(list(pairwise(tokens))):
        (row, start), (last, end) = token.start, token.end
        text = _rewritten(token, token.start in annotations)
        if text is None:  # a keyword is dropped with the blanks after it
            text, end = "", following.start[1] if following.start[0] == row else end
        if text != token.string:
            head, tail = lines[row - 1][:start], lines[last - 1][end:]
            lines[row - 1 : last] = (head + text + tail).splitlines(keepends=True)
    return "".join(lines)


def formatted(source: str) -> str:
    """Return `source` with sorted imports, in the layout of the client library."""
    name = str(TARGET / "module.py")
    for command in (["check", "--select=I", "--fix", "--quiet"], ["format", "--quiet"]):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *command, "--stdin-filename", name, "-"],
            input=source.encode(),
            capture_output=True,
            check=True,
        )
        source = done.stdout.decode()
    return source


def _rewritten(token: tokenize.TokenInfo, is_annotation: bool) -> str | None:
    """Return what replaces a token; None to drop it."""
    if token.type == tokenize.NAME:
        return None if token.string in KEYWORDS else _name(token.string)
    if token.type == tokenize.STRING and is_annotation:
        return _words(token.string)
    if token.type in (tokenize.STRING, tokenize.COMMENT):
        return _QUOTED.sub(lambda code: _words(code[0]), token.string)
    return token.string


def _words(text: str) -> str:
    return _WORD.sub(lambda word: _name(word[0]), text)


def _name(name: str) -> str:
    return NAMES.get(name) or _PREFIX.sub("", name)


def _quoted_annotations(tree: ast.AST) -> Iterator[tuple[int, int]]:
    """Yield the (line, column) of each string that is a type: `http: "httpx.AsyncClient"`."""
    for node in ast.walk(tree):
        for field in ("annotation", "returns"):
            for part in ast.walk(getattr(node, field, None) or ast.Pass()):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.lineno, part.col_offset


def _unused(sources: Iterable[str]) -> Iterator[str]:
    words = {word for text in sources for word in _WORD.findall(text)}
    for name in sorted(NAMES.keys() - words):
        yield f"NAMES has {name!r}, which no source uses"


def _left_over(twins: dict[str, str]) -> Iterator[str]:
    """Yield lines that are still asynchronous: `NAMES` lacks a name, or prose has one unquoted."""
    for name, text in twins.items():
        for line, code in enumerate(text.splitlines(), 1):
            if re.search(r"\bAsync[A-Z]|\b(async|await)\b|_async\b|\basyncio\b", code):
                yield f"{TARGET.name}/{name}:{line}: still asynchronous: {code.strip()}"


def _out_of_date(twins: dict[str, str]) -> Iterator[str]:
    present = {path.name: path.read_text(encoding="utf-8") for path in TARGET.glob("*.py")}
    for name in sorted(twins.keys() | present.keys()):
        if twins.get(name) != present.get(name):
            yield f"{TARGET.name}/{name} is out of date: run python {sys.argv[0]}"


def _write(twins: dict[str, str]) -> None:
    for path in TARGET.glob("*.py"):
        if path.name not in twins:
            path.unlink()
    for name, text in twins.items():
        (TARGET / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
