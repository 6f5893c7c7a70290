# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: a19e29c89d5c371319d39f9ae8094c6f
"""Standard input without halves of surrogate pairs, which the MCP library gives no answer to."""

import re
import sys
from collections.abc import Generator
from contextlib import contextmanager
from io import BufferedReader, RawIOBase, TextIOWrapper
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_ESCAPE = re.compile(
    rb"\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}"
    rb"|(?P<half>u[dD][89a-fA-F][\da-fA-F]{2})|.)",
    re.DOTALL,
)
r"""One escape of a JSON text, or the two of a pair; `\\` is one, so that `\\ud83d` is none."""

REPLACEMENT = rb"\ufffd"
"""Escape of the replacement character U+FFFD, which stands for half a pair."""


@contextmanager
def whole_characters() -> Generator[None]:
    """Replace halves of surrogate pairs in the lines of standard input.

    A client writes one for a text that was cut inside an emoji. The MCP library would drop the
    whole call, and the agent would wait for its answer.
    """
    given = sys.stdin
    sys.stdin = TextIOWrapper(BufferedReader(_Lines(given.buffer)), encoding="utf-8")
    try:
        yield
    finally:
        sys.stdin = given


def with_whole_characters(line: bytes) -> bytes:
    r"""Return a JSON text with `\ufffd` in place of each escaped half of a pair."""
    return _ESCAPE.sub(lambda one: REPLACEMENT if one["half"] else one[0], line)


class _Lines(RawIOBase):
    """The lines of a stream, each passed on as soon as it is there."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        target = memoryview(buffer).cast("B")
        self._left = self._left or with_whole_characters(self._stream.readline())
        piece, self._left = self._left[: len(target)], self._left[len(target) :]
        target[: len(piece)] = piece
        return len(piece)
