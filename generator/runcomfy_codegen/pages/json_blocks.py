"""JSON inside other text: from one opening bracket to its end, without trusting what follows."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from runcomfy_codegen.reading.json_text import MAX_DEPTH
from runcomfy_codegen.untrusted_text import truncate

UNSEEN = r"\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff"
"""What a browser leaves between tokens, for a character class: blanks, zero widths, bidi marks."""

_MAX_TOKEN_CHARS = 30
"""Characters of a token that a message shows."""

_CHARACTER = r'[^"\\\x00-\x1f]++|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4}'
_SHELL_APOSTROPHE = r"'\''"
_NUMBER = r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?"


def _token_pattern(character: str) -> re.Pattern[str]:
    return re.compile(
        rf'[{UNSEEN}]*+(?:(?P<string>"(?:{character})*+")'
        rf"|(?P<scalar>true|false|null|{_NUMBER})|(?P<mark>[{{}}\[\],:]))"
    )


_TOKEN = _token_pattern(_CHARACTER)
_TOKEN_IN_QUOTES = _token_pattern(rf"{_CHARACTER}|(?<=')\\''")
_GAP = re.compile(rf"[{UNSEEN}]*+")

_NEXT = {
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
    ("after", ","): "next",
    ("after", "}"): "after",
    ("after", "]"): "after",
}
"""JSON's grammar: where the reader stands and what it meets give where it stands then."""

_EXPECTED = {
    "value": "a value",
    "first item": "a value or `]`",
    "first key": "a key or `}`",
    "key": "a key",
    "colon": "`:`",
    "after": "`,` or a closing bracket",
}
_OPENER = {"}": "{", "]": "["}


@dataclass(frozen=True)
class JsonBlock:
    """One JSON object or array: `text` is its tokens as they were written, gaps left out."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class BrokenJson:
    """What begins like JSON and does not end so; reading goes on at `end`."""

    start: int
    end: int
    keys: tuple[str, ...]
    """The keys of the outermost object, as far as they were read."""
    problem: str
    cut_off: bool
    """Whether the text ended before the block did."""


def read_json(text: str, start: int, *, in_quotes: bool = False) -> JsonBlock | BrokenJson:
    """The JSON value whose opening bracket stands at `start`.

    Strict JSON, but for the gaps between tokens, which may hold anything invisible. With
    `in_quotes` the text is a shell argument, where an apostrophe may be written `'\\''`.
    Linear: what was read once, up to the block's `end`, need not be read again.
    """
    reader = _Reader()
    pattern = _TOKEN_IN_QUOTES if in_quotes else _TOKEN
    at = start
    while match := pattern.match(text, at):
        kind = match.lastgroup or ""
        token = match[kind]
        if problem := reader.take(token if kind == "mark" else kind, token):
            return reader.broken(start, match.start(kind), problem)
        at = match.end()
        if not reader.open:
            clean = "".join(reader.tokens)
            return JsonBlock(start, at, clean.replace(_SHELL_APOSTROPHE, "'"))
    return _stopped(text, start, at, reader)


class _Reader:
    """The grammar's state: what is open, what may come next, and the tokens so far."""

    def __init__(self) -> None:
        self.open: list[str] = []
        self.state = "value"
        self.tokens: list[str] = []
        self.keys: list[str] = []

    def take(self, kind: str, token: str) -> str:
        """Go on by one token; what is wrong with it, or nothing."""
        following = _NEXT.get((self.state, kind))
        if following is None or (kind in _OPENER and self.open[-1] != _OPENER[kind]):
            return f"{_EXPECTED[self.state]} was expected, not {_shortened(token)}"
        if following == "colon" and len(self.open) == 1:
            self.keys.append(token)
        self.tokens.append(token)
        self._nest(kind)
        self.state = following if following != "next" else self._after_comma()
        return f"nested deeper than {MAX_DEPTH} levels" if len(self.open) > MAX_DEPTH else ""

    def broken(self, start: int, end: int, problem: str, *, cut_off: bool = False) -> BrokenJson:
        keys = tuple(str(json.loads(key.replace(_SHELL_APOSTROPHE, "'"))) for key in self.keys)
        return BrokenJson(start, max(end, start + 1), keys, problem, cut_off)

    def expected(self) -> str:
        return _EXPECTED[self.state]

    def _nest(self, kind: str) -> None:
        if kind in _OPENER:
            self.open.pop()
        elif kind in "{[":
            self.open.append(kind)

    def _after_comma(self) -> str:
        return "key" if self.open[-1] == "{" else "value"


def _stopped(text: str, start: int, at: int, reader: _Reader) -> BrokenJson:
    """Nothing that JSON knows comes next: say what comes instead."""
    gap = _GAP.match(text, at)
    at = gap.end() if gap else at
    if at >= len(text):
        return reader.broken(start, at, "the text ends in the middle of it", cut_off=True)
    if text[at] != '"':
        found = _shortened(text[at : at + 40])
        return reader.broken(start, at, f"{reader.expected()} was expected, not {found}")
    return _unclosed_string(text, start, at, reader)


def _unclosed_string(text: str, start: int, at: int, reader: _Reader) -> BrokenJson:
    begin = re.compile(rf"(?:{_CHARACTER})*+").match(text, at + 1)
    stop = begin.end() if begin else at + 1
    if stop >= len(text):
        return reader.broken(start, stop, "the text ends inside a string", cut_off=True)
    string = _shortened(text[at : min(stop, at + 40)])
    if text[stop] == "\\":
        wrong = f"the escape {text[stop : stop + 2]!r}, which JSON does not know"
    elif text[stop] in "\r\n":
        wrong = "a line break, as if the page was wrapped when it was copied"
    else:
        wrong = f"the raw control character {text[stop]!r}"
    return reader.broken(start, at + 1, f"the string {string} holds {wrong}")


def _shortened(text: str) -> str:
    line = text.split("\n", 1)[0].strip()
    return f"`{truncate(line, _MAX_TOKEN_CHARS)}`"
