# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: f35e32037f1e83ef65fa0a7c0b59dc21
"""A token in a text of others, however it is spelled there."""

import json
import re

SHORTEST = 3
"""Characters; what is shorter is no secret, and stands in every other text."""

WORD_BELOW = 8
"""Characters; a shorter token is found as a whole word alone, not inside of others."""

SHOWN = "[token]"

_STRING = re.compile(r'"(?:[^"\\]|\\.)*+"(?P<is_name>\s*:)?')
"""A string in a JSON text."""

_ESCAPES = r"\\[bfnrt]", r"\\u[\da-fA-F]{4}", r"%[\da-fA-F]{2}"
_BEGIN = rf"(?:(?<![\w-])|{'|'.join(f'(?<={escape})' for escape in _ESCAPES)})"
_END = r"(?![\w-])"
"""Where a word begins, be it behind an escape that ends in a letter, and where it ends."""


class Redacting:
    """Takes one token out of texts."""

    def __init__(self, token: str) -> None:
        """`token` is ASCII without blanks."""
        self._token = token
        spelled = "".join(map(_spellings, token))
        self._is_word = len(token) < WORD_BELOW
        self._pattern = rf"{_BEGIN}{spelled}{_END}" if self._is_word else spelled

    def text(self, text: str) -> str:
        """`text` without the token, as it is or escaped for JSON or for a URL."""
        if len(self._token) < SHORTEST or not self._may_be_in(text):
            return text
        return re.sub(self._pattern, SHOWN, text)

    def answer(self, text: str) -> str:
        """The same for what may be JSON, of which a short token shall not change the form:
        a number, a name or `true` may be spelled like one.
        """
        if not (self._is_word and self._may_be_in(text) and _is_json(text)):
            return self.text(text)
        return _STRING.sub(self._in_value, text)

    def _in_value(self, string: re.Match[str]) -> str:
        return string[0] if string["is_name"] else self.text(string[0])

    def _may_be_in(self, text: str) -> bool:
        """Quick to tell of most texts that it is not."""
        return self._token in text or "\\" in text or "%" in text


def _spellings(character: str) -> str:
    r"""A pattern of all ways to write it: as it is, `\/`, `\u002f`, `%2F`.

    JSON inside of JSON has more backslashes.
    """
    code = f"{ord(character):02x}"
    escapes = rf"\\{{1,8}}+(?i:u00{code})|(?i:%{code})"
    return rf"(?:\\{{0,8}}+{re.escape(character)}|{escapes})"


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
