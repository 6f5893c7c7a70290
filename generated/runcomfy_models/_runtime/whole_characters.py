# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 26a1c3e09ed9b52641d6e46239af47ea
"""Texts without halves of surrogate pairs, which nothing can print or store.

Half a pair is left when a program cuts a text inside an emoji.
"""

import re

_ESCAPE = re.compile(
    rb"\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}"
    rb"|(?P<half>u[dD][89a-fA-F][\da-fA-F]{2})|.)",
    re.DOTALL,
)
r"""An escape in a JSON text, or both of a pair; `\\ud83d` is an escaped backslash and letters."""

_REPLACEMENT = rb"\ufffd"
"""Escape of the replacement character U+FFFD, which stands for half a pair."""


def with_whole_characters(text: bytes | bytearray) -> bytes:
    r"""Return a JSON text with `\ufffd` in place of each escaped half of a pair."""
    return _ESCAPE.sub(lambda one: _REPLACEMENT if one["half"] else one[0], text)


def encodable(text: str) -> str:
    """Return `text` with escapes for what UTF-8 cannot encode: halves of surrogate pairs.

    They come from file names that are not UTF-8, and would break what prints a message.
    """
    return text.encode(errors="backslashreplace").decode()
