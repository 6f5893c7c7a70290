"""curl commands in text: method, URL and body, with or without their line breaks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from runcomfy_codegen.pages.json_blocks import UNSEEN, BrokenJson, JsonBlock, read_json

_GAP = re.compile(rf"[{UNSEEN}\\]*+")
_OPTION = re.compile(r"--[a-z][a-z-]*+|-[A-Za-z]")
_WORD = re.compile(rf"[^{UNSEEN}\\\"'<>]++")
_METHOD = re.compile(r"[A-Za-z]++")
_URL_LINE = re.compile(r"https?://[^\r\n\\\"'`<>\u2028]{1,2000}+")
_URL_END = re.compile(rf"[{UNSEEN}]-{{1,2}}[A-Za-z]|--(?:request|header|data)\b")
_ZERO_WIDTH = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_QUOTED = {
    "'": re.compile(r"'[^']{0,2000}+'"),
    '"': re.compile(r'"(?:[^"\\]|\\.){0,2000}+"', re.DOTALL),
    "<": re.compile(r"<[^<>\n]{0,2000}+>"),
}
"""Arguments in quotes, JSON apart. Bounded, so that a page of opening quotes is read in time."""

_TAKES = {
    "-X": "method",
    "--request": "method",
    "--url": "url",
    "-d": "body",
    "--data": "body",
    "--data-ascii": "body",
    "--data-binary": "body",
    "--data-raw": "body",
    "--json": "body",
    "-H": "word",
    "--header": "word",
    "-A": "word",
    "--user-agent": "word",
    "-m": "word",
    "--max-time": "word",
    "--connect-timeout": "word",
    "--retry": "word",
    "-o": "word",
    "--output": "word",
    "-u": "word",
    "--user": "word",
}
"""What an option takes; one that is not listed is read as a switch."""


@dataclass(frozen=True)
class Curl:
    """One curl command."""

    start: int
    end: int
    method: str
    url: str
    """As it was written: blanks kept, quotes and brackets around it left out. May be empty."""
    body: JsonBlock | BrokenJson | None


def read_curl(text: str, start: int) -> Curl:
    """The command whose word `curl` stands at `start`.

    Ends before the first thing that is neither an option nor a URL, so that words glued to
    the command's end are not taken for a part of it.
    """
    command = _Command(text, start + len("curl"))
    while command.take_next():
        pass
    method = command.method or ("GET" if command.body is None else "POST")
    return Curl(start, command.at, method.upper(), command.url, command.body)


@dataclass
class _Command:
    """A command half read: `at` is the end of what was understood so far."""

    text: str
    at: int
    method: str = ""
    url: str = ""
    body: JsonBlock | BrokenJson | None = field(default=None)

    def take_next(self) -> bool:
        """Read one option or the URL; False where the command is over."""
        here = self._after_gap(self.at)
        option = _OPTION.match(self.text, here)
        if not option:
            return not self.url and self._take_url(here)
        takes = _TAKES.get(option.group())
        if takes is None:
            self.at = option.end()
            return True
        return self._take_argument(takes, self._argument_start(option.end()))

    def _take_argument(self, takes: str, at: int) -> bool:
        if takes == "url":
            return self._take_url(at)
        if takes == "method":
            return self._take_method(at)
        if takes == "body":
            return self._take_body(at)
        return self._take_word(at)

    def _take_method(self, at: int) -> bool:
        quoted = self.text[at : at + 1] in {"'", '"'}
        word = _METHOD.match(self.text, at + quoted)
        if not word:
            return False
        self.method, self.at = word.group(), word.end() + quoted
        return True

    def _take_url(self, at: int) -> bool:
        """A bare URL may hold blanks, so it goes on to the next option or the line's end."""
        quoted = self._quoted(at)
        line = _URL_LINE.match(self.text, at + (quoted is not None))
        if not line:
            return False
        url = line.group()
        if quoted is None and (stop := _URL_END.search(url)):
            url = url[: stop.start()]
        self.at = quoted.end() if quoted else line.start() + len(url)
        self.url = _ZERO_WIDTH.sub("", url).replace("\u00a0", " ").strip()
        return True

    def _take_body(self, at: int) -> bool:
        quote = self.text[at] if self.text[at : at + 1] in {"'", '"'} else ""
        start = self._after_gap(at + len(quote))
        if self.text[start : start + 1] not in {"{", "["}:
            return self._take_word(at)
        self.body = read_json(self.text, start, in_quotes=quote == "'")
        closing = self._after_gap(self.body.end)
        closed = quote and self.text.startswith(quote, closing)
        self.at = closing + 1 if closed else self.body.end
        return isinstance(self.body, JsonBlock)

    def _take_word(self, at: int) -> bool:
        word = self._quoted(at) or _WORD.match(self.text, at)
        if not word:
            return False
        self.at = word.end()
        return True

    def _quoted(self, at: int) -> re.Match[str] | None:
        pattern = _QUOTED.get(self.text[at : at + 1])
        return pattern.match(self.text, at) if pattern else None

    def _argument_start(self, at: int) -> int:
        """Past the gap, or past the `=` of `--url=…`, or past the `$` of `$'…'`."""
        at = self._after_gap(at + self.text.startswith("=", at))
        return at + self.text.startswith(("$'", '$"'), at)

    def _after_gap(self, at: int) -> int:
        gap = _GAP.match(self.text, at)
        return gap.end() if gap else at
