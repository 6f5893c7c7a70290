# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 202ca4e7114326619a326e8546c2f21c
"""Remove a token from untrusted text, in any spelling."""

import json
import re

MIN_LENGTH = 3
"""Characters; a shorter token is not a secret, and occurs in ordinary texts."""

WORD_BELOW = 8
"""Characters; a token shorter than this is only redacted as a whole word."""

_REPLACEMENT = "[token]"

_STRING = re.compile(r'"(?:[^"\\]|\\.)*+"(?P<is_name>\s*:)?')
"""A string in a JSON text."""

_ESCAPED = re.compile(r"\\{1,8}+[uU]00([\da-fA-F]{2})|%([\da-fA-F]{2})")
"""One character, escaped for JSON or for a URL; JSON inside of JSON has more backslashes."""

_ESCAPES = r"\\[bfnrt]", r"\\u[\da-fA-F]{4}", r"%[\da-fA-F]{2}"
# A word may begin behind an escape that ends in a letter: `\n` and then the token.
_BEGIN = rf"(?:(?<![\w-])|{'|'.join(f'(?<={escape})' for escape in _ESCAPES)})"
_END = r"(?![\w-])"


class Redactor:
    """Removes one token from texts."""

    def __init__(self, token: str) -> None:
        """Remove `token`, which is ASCII without whitespace."""
        self._token = token
        spelled = "".join(map(_spellings, token))
        self._is_word = len(token) < WORD_BELOW
        self._pattern = rf"{_BEGIN}{spelled}{_END}" if self._is_word else spelled

    def text(self, text: str) -> str:
        """Return `text` without the token, whether plain or escaped for JSON or a URL."""
        if len(self._token) < MIN_LENGTH or not self._may_contain(text):
            return text
        return re.sub(self._pattern, _REPLACEMENT, text)

    def answer(self, text: str) -> str:
        """Return `text`, which may be JSON, without the token and without breaking it."""
        # A number, a name or `true` may be spelled like a short token: in JSON, that is
        # only redacted inside of string values.
        if not (self._is_word and self._may_contain(text) and _is_json(text)):
            return self.text(text)
        return _STRING.sub(self._in_value, text)

    def _in_value(self, string: re.Match[str]) -> str:
        return string[0] if string["is_name"] else self.text(string[0])

    def _may_contain(self, text: str) -> bool:
        """Return False quickly for most texts."""
        return self._token in text or "\\" in text or "%" in text


def unescaped(text: str) -> str:
    """Return `text` without escapes of JSON and URLs, so that one search finds all spellings."""
    if "\\" not in text and "%" not in text:
        return text
    return _ESCAPED.sub(_character, text).replace("\\", "")


def _character(escape: re.Match[str]) -> str:
    return chr(int(escape[1] or escape[2], 16))


def _spellings(character: str) -> str:
    r"""Return a pattern for all spellings of a character: `/`, `\/`, `\u002f`, `%2F`."""
    code = f"{ord(character):02x}"
    # JSON inside of JSON has more backslashes.
    escapes = rf"\\{{1,8}}+(?i:u00{code})|(?i:%{code})"
    return rf"(?:\\{{0,8}}+{re.escape(character)}|{escapes})"


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
