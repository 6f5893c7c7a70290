"""Show keys and paths so that a shell or a script finds what they stand for."""

import os
import shlex
import sys
import unicodedata

from .printing import is_terminal

CONTROLS = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Unicode categories that may control a terminal, or that end a line."""

JOINERS = "\u200c\u200d"
"""Characters of `Cf` that words and emoji consist of."""


def pasteable(text: str) -> str:
    """Return `text` as it is for a script; for a terminal, as a shell takes it.

    One with control characters is quoted for a shell in both.
    """
    has_controls = any(_is_control(char) for char in text)
    return shell_word(text) if has_controls or is_terminal(sys.stdout) else text


def shell_word(text: str) -> str:
    r"""Return `text` as a word of a shell; `$'a\xc2\xa0b'` if some of it is not printable."""
    if text.isprintable():
        return shlex.quote(text)
    return "$'" + "".join(map(_ansi_c, text)) + "'"


def _is_control(char: str) -> bool:
    return unicodedata.category(char) in CONTROLS and char not in JOINERS


def _ansi_c(char: str) -> str:
    """Return a character as it is in the quotes of `$'…'`."""
    if char in "\\'":
        return f"\\{char}"
    if char.isprintable():
        return char
    return "".join(f"\\x{byte:02x}" for byte in os.fsencode(char))
