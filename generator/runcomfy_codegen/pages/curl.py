"""Parse curl commands in running text, with or without their line breaks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from runcomfy_codegen.pages.json_blocks import INVISIBLE, BrokenJson, JsonBlock, read_json

# Quantifiers are possessive or bounded throughout, so that a hostile page (opening quotes only,
# say) is still read in linear time.
_GAP = re.compile(rf"[{INVISIBLE}\\]*+")
_OPTION = re.compile(r"--[a-z][a-z-]*+|-[A-Za-z]")
_WORD = re.compile(rf"[^{INVISIBLE}\\\"'<>]++")
_METHOD = re.compile(r"[A-Za-z]++")
_URL_LINE = re.compile(r"https?://[^\r\n\\\"'`<>\u2028]{1,2000}+")
# An option may be glued to the URL, or follow a space, which may also be part of a model id.
_URL_END = re.compile(rf"[{INVISIBLE}]-{{1,2}}[A-Za-z]|--(?:request|header|data)\b")
_ZERO_WIDTH = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")

_QUOTED = {
    "'": re.compile(r"'[^']{0,2000}+'"),
    '"': re.compile(r'"(?:[^"\\]|\\.){0,2000}+"', re.DOTALL),
    "<": re.compile(r"<[^<>\n]{0,2000}+>"),
}
"""Opening character of a quoted argument: the pattern of the whole argument."""

_ARGUMENT_KINDS = {
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
"""Option: the kind of argument it takes. An option that is not listed takes none."""


@dataclass(frozen=True)
class CurlCommand:
    """One curl command."""

    start: int
    end: int
    method: str
    url: str
    """As written, spaces included, but without surrounding quotes or brackets. May be empty."""
    body: JsonBlock | BrokenJson | None


def read_curl(text: str, start: int) -> CurlCommand:
    """Parse the command whose word `curl` is at offset `start`."""
    parser = _CurlParser(text, start + len("curl"))
    while parser.take_next():
        pass
    method = parser.method or ("GET" if parser.body is None else "POST")
    return CurlCommand(start, parser.pos, method.upper(), parser.url, parser.body)


@dataclass
class _CurlParser:
    """A partly parsed command; `pos` is the end of the part that was understood."""

    text: str
    pos: int
    method: str = ""
    url: str = ""
    body: JsonBlock | BrokenJson | None = field(default=None)

    def take_next(self) -> bool:
        """Read one option or the URL; return False at the end of the command."""
        # Anything else ends the command: a browser may copy it with the next words glued on.
        pos = self._skip_gap(self.pos)
        option = _OPTION.match(self.text, pos)
        if not option:
            return not self.url and self._take_url(pos)
        kind = _ARGUMENT_KINDS.get(option.group())
        if kind is None:
            self.pos = option.end()
            return True
        return self._take_argument(kind, self._argument_start(option.end()))

    def _take_argument(self, kind: str, pos: int) -> bool:
        if kind == "url":
            return self._take_url(pos)
        if kind == "method":
            return self._take_method(pos)
        if kind == "body":
            return self._take_body(pos)
        return self._take_word(pos)

    def _take_method(self, pos: int) -> bool:
        is_quoted = self.text[pos : pos + 1] in {"'", '"'}  # added to offsets below: 0 or 1
        word = _METHOD.match(self.text, pos + is_quoted)
        if not word:
            return False
        self.method, self.pos = word.group(), word.end() + is_quoted
        return True

    def _take_url(self, pos: int) -> bool:
        quoted = self._match_quoted(pos)
        line = _URL_LINE.match(self.text, pos + (quoted is not None))
        if not line:
            return False
        url = line.group()
        # Model ids may contain spaces, so an unquoted URL reaches to the next option or line.
        if quoted is None and (stop := _URL_END.search(url)):
            url = url[: stop.start()]
        self.pos = quoted.end() if quoted else line.start() + len(url)
        self.url = _ZERO_WIDTH.sub("", url).replace("\u00a0", " ").strip()
        return True

    def _take_body(self, pos: int) -> bool:
        quote = self.text[pos] if self.text[pos : pos + 1] in {"'", '"'} else ""
        start = self._skip_gap(pos + len(quote))
        if self.text[start : start + 1] not in {"{", "["}:
            return self._take_word(pos)  # a file, as in `-d @body.json`, or form data
        self.body = read_json(self.text, start, in_quotes=quote == "'")
        closing = self._skip_gap(self.body.end)
        is_closed = quote and self.text.startswith(quote, closing)
        self.pos = closing + 1 if is_closed else self.body.end
        return isinstance(self.body, JsonBlock)

    def _take_word(self, pos: int) -> bool:
        word = self._match_quoted(pos) or _WORD.match(self.text, pos)
        if not word:
            return False
        self.pos = word.end()
        return True

    def _match_quoted(self, pos: int) -> re.Match[str] | None:
        pattern = _QUOTED.get(self.text[pos : pos + 1])
        return pattern.match(self.text, pos) if pattern else None

    def _argument_start(self, pos: int) -> int:
        """Skip the gap, the `=` of `--url=…`, and the `$` of `$'…'`."""
        pos = self._skip_gap(pos + self.text.startswith("=", pos))
        return pos + self.text.startswith(("$'", '$"'), pos)

    def _skip_gap(self, pos: int) -> int:
        gap = _GAP.match(self.text, pos)
        return gap.end() if gap else pos
