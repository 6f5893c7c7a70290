"""Read one JSON value that is embedded in other text."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from runcomfy_codegen.reading.json_text import MAX_JSON_DEPTH
from runcomfy_codegen.untrusted_text import truncate

INVISIBLE = r"\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff"
"""Regex character class of what may separate tokens: whitespace, zero-width and bidi characters."""

_MAX_TOKEN_CHARS = 30
"""Characters of a token that a message shows."""

# Possessive quantifiers: a long string that does not match is not tried again in parts.
_CHARACTER = r'[^"\\\x00-\x1f]++|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4}'
_SHELL_APOSTROPHE = r"'\''"
_NUMBER = r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?"


def _token_pattern(character: str) -> re.Pattern[str]:
    return re.compile(
        rf'[{INVISIBLE}]*+(?:(?P<string>"(?:{character})*+")'
        rf"|(?P<scalar>true|false|null|{_NUMBER})|(?P<mark>[{{}}\[\],:]))"
    )


_TOKEN = _token_pattern(_CHARACTER)
# `_CHARACTER` matches the first apostrophe of `'\''`; the lookbehind checks that it was there.
_TOKEN_IN_QUOTES = _token_pattern(rf"{_CHARACTER}|(?<=')\\''")
_GAP = re.compile(rf"[{INVISIBLE}]*+")

_NEXT_STATE = {
    ("value", "string"): "after",
    ("value", "scalar"): "after",
    ("value", "{"): "first key",
    ("value", "["): "first item",
    ("first item", "string"): "after",
    ("first item", "scalar"): "after",
    ("first item", "{"): "first key",
    ("first item", "["): "first item",
    ("first item", "]"): "after",
    ("first key", "string"): "colon",
    ("first key", "}"): "after",
    ("key", "string"): "colon",
    ("colon", ":"): "value",
    ("after", ","): "after comma",
    ("after", "}"): "after",
    ("after", "]"): "after",
}
"""The grammar of JSON: (state, kind of token): the next state."""

_EXPECTED = {
    "value": "a value",
    "first item": "a value or `]`",
    "first key": "a key or `}`",
    "key": "a key",
    "colon": "`:`",
    "after": "`,` or a closing bracket",
}
"""State: what may come next, as an error message says it."""

_OPENING = {"}": "{", "]": "["}
_MAX_EXCERPT_CHARS = 40
"""Characters of the page that an error message looks at."""


@dataclass(frozen=True)
class JsonBlock:
    """A JSON object or array; `text` is its tokens as written, without the gaps between them."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class BrokenJson:
    """Text that begins like JSON but is not valid; scanning continues at `end`."""

    start: int
    end: int
    keys: tuple[str, ...]
    """Keys of the outermost object that were read before the error."""
    problem: str
    cut_off: bool
    """Whether the text ended before the block did."""


def read_json(text: str, start: int, *, in_quotes: bool = False) -> JsonBlock | BrokenJson:
    """Read the JSON value whose opening bracket is at offset `start`.

    The JSON must be strict, except that any invisible character may separate tokens. With
    `in_quotes` the text is a single-quoted shell argument, where an apostrophe may be written
    `'\\''`. Takes linear time: no character before the block's `end` has to be read again.
    """
    parser = _Parser()
    pattern = _TOKEN_IN_QUOTES if in_quotes else _TOKEN
    pos = start
    while match := pattern.match(text, pos):
        kind = match.lastgroup or ""
        token = match[kind]
        if problem := parser.take(token if kind == "mark" else kind, token):
            return parser.broken(start, match.start(kind), problem)
        pos = match.end()
        if not parser.open_brackets:
            tokens = "".join(parser.tokens)
            return JsonBlock(start, pos, tokens.replace(_SHELL_APOSTROPHE, "'"))
    return _no_token(text, start, pos, parser)


class _Parser:
    """The state of the grammar: open brackets, what may come next, and the tokens so far."""

    def __init__(self) -> None:
        self.open_brackets: list[str] = []
        self.state = "value"
        self.tokens: list[str] = []
        self.keys: list[str] = []

    def take(self, kind: str, token: str) -> str:
        """Advance by one token; return what is wrong with it, or an empty string."""
        following = _NEXT_STATE.get((self.state, kind))
        if following is None or (kind in _OPENING and self.open_brackets[-1] != _OPENING[kind]):
            return f"expected {self.expected()}, found {_shortened(token)}"
        if following == "colon" and len(self.open_brackets) == 1:
            self.keys.append(token)
        self.tokens.append(token)
        self._track_nesting(kind)
        self.state = following if following != "after comma" else self._state_after_comma()
        is_too_deep = len(self.open_brackets) > MAX_JSON_DEPTH
        return f"nested deeper than {MAX_JSON_DEPTH} levels" if is_too_deep else ""

    def broken(self, start: int, end: int, problem: str, *, cut_off: bool = False) -> BrokenJson:
        keys = tuple(str(json.loads(key.replace(_SHELL_APOSTROPHE, "'"))) for key in self.keys)
        # At least one character, so that scanning always makes progress.
        return BrokenJson(start, max(end, start + 1), keys, problem, cut_off)

    def expected(self) -> str:
        return _EXPECTED[self.state]

    def _track_nesting(self, kind: str) -> None:
        if kind in _OPENING:
            self.open_brackets.pop()
        elif kind in "{[":
            self.open_brackets.append(kind)

    def _state_after_comma(self) -> str:
        return "key" if self.open_brackets[-1] == "{" else "value"


def _no_token(text: str, start: int, pos: int, parser: _Parser) -> BrokenJson:
    """Return the error for text that does not continue with a JSON token."""
    gap = _GAP.match(text, pos)
    pos = gap.end() if gap else pos
    if pos >= len(text):
        return parser.broken(start, pos, "the text ends in the middle of it", cut_off=True)
    if text[pos] != '"':
        excerpt = _shortened(text[pos : pos + _MAX_EXCERPT_CHARS])
        return parser.broken(start, pos, f"expected {parser.expected()}, found {excerpt}")
    return _bad_string(text, start, pos, parser)


def _bad_string(text: str, start: int, pos: int, parser: _Parser) -> BrokenJson:
    valid_part = re.compile(rf"(?:{_CHARACTER})*+").match(text, pos + 1)
    stop = valid_part.end() if valid_part else pos + 1
    if stop >= len(text):
        return parser.broken(start, stop, "the text ends inside a string", cut_off=True)
    string = _shortened(text[pos : min(stop, pos + _MAX_EXCERPT_CHARS)])
    problem = f"the string {string} contains {_bad_character(text, stop)}"
    return parser.broken(start, pos + 1, problem)


def _bad_character(text: str, pos: int) -> str:
    """Describe the character at `pos`, which a JSON string may not contain."""
    if text[pos] == "\\":
        return f"the invalid escape {text[pos : pos + 2]!r}"
    if text[pos] in "\r\n":
        return "a line break, as if lines were wrapped when the page was copied"
    return f"the unescaped control character {text[pos]!r}"


def _shortened(text: str) -> str:
    line = text.split("\n", 1)[0].strip()
    return f"`{truncate(line, _MAX_TOKEN_CHARS)}`"
