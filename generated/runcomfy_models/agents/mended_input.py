# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 163774265aeade0f09d216346df19698
"""Standard input without halves of surrogate pairs, which the MCP library gives no answer to."""

import sys
from collections.abc import Generator
from contextlib import contextmanager
from io import BufferedReader, RawIOBase, TextIOWrapper
from typing import TYPE_CHECKING, BinaryIO

from .._runtime.whole_characters import with_whole_characters

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


@contextmanager
def mended_standard_input() -> Generator[None]:
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
