"""Build docs pages of a model, in the forms in which browsers and their users save them."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

BASE = "https://model-api.runcomfy.net"
CANCEL = f"curl --request POST \\\n  --url {BASE}/v1/requests/{{request_id}}/cancel \\\n"
BEARER = '  --header "Authorization: Bearer <token>"'

INPUT: dict[str, Any] = {
    "type": "object",
    "title": "Schema di input",
    "required": ["prompt"],
    "properties": {
        "prompt": {"title": "Prompt", "description": "", "type": "string", "maxLength": 1000},
        "rate": {"type": "integer", "enum": [16000, 24000, 48000], "default": 48000},
        "scale": {"type": "float", "minimum": 0, "maximum": 1, "default": 0.5},
    },
}
OUTPUT: dict[str, Any] = {
    "output": {"type": "object", "properties": {"image": {"type": "string", "format": "uri"}}}
}
EXAMPLE: dict[str, Any] = {"prompt": "A couple at dinner, the waiter's smile"}


@dataclass(frozen=True)
class Model:
    """The content of a page, which reading the page must give back."""

    model_id: str = "acme/dream-1.0/text-to-image"
    input: dict[str, Any] = field(default_factory=lambda: INPUT)
    output: dict[str, Any] = field(default_factory=lambda: OUTPUT)
    example: dict[str, Any] = field(default_factory=lambda: EXAMPLE)


STATUS_WORDS = {
    "de": "Status der request_id („in_queue“, „in_progress“, „completed“ oder „cancelled“).",
    "en": 'The status of a request_id ("in_queue", "in_progress", "completed", or "cancelled").',
    "es": 'El estado de un request_id ("in_queue", "in_progress", "completed" o "cancelled").',
    "fr": "L'état d'un request_id (« in_queue », « in_progress », « completed », « cancelled »).",
    "it": 'Lo stato di un request_id ("in_queue", "in_progress", "completed" o "cancelled").',
    "ja": "request_id の状態(「in_queue」「in_progress」「completed」「cancelled」)。",
    "ko": 'request_id의 상태입니다("in_queue", "in_progress", "completed", "cancelled").',
    "pt": 'O estado de um request_id ("in_queue", "in_progress", "completed" ou "cancelled").',
    "ru": "Статус request_id («in_queue», «in_progress», «completed» или «cancelled»).",
    "zh": "request_id 的状态(“in_queue”、“in_progress”、“completed”或“cancelled”)。",
}
"""Language: the sentence above the status command."""

OTHER_WORDS = {
    "de": "Setze YOUR_API_TOKEN auf den Schlüssel { hier }.",
    "en": "Set YOUR_API_TOKEN, don't share it.",
    "es": "¡Configura la variable de entorno YOUR_API_TOKEN!",
    "fr": "Définissez la variable d'environnement YOUR_API_TOKEN.",
    "it": "Imposta la variabile d'ambiente YOUR_API_TOKEN con la tua chiave API.",
    "ja": "環境変数 YOUR_API_TOKEN に API キーを設定してください。",
    "ko": "환경 변수 YOUR_API_TOKEN 에 API 키를 넣고",
    "pt": "Defina a variável de ambiente YOUR_API_TOKEN [aqui].",
    "ru": "Задайте переменную окружения YOUR_API_TOKEN.",
    "zh": "将环境变量 YOUR_API_TOKEN 设为您的 API 密钥。",
}
"""Language: the text between all other blocks."""


@dataclass(frozen=True)
class Piece:
    """A part of a page: text, or a block of code."""

    text: str
    code: bool = False


def pieces(model: Model, language: str = "en", *, shell_quotes: bool = False) -> list[Piece]:
    """Return the page of `model` in parts; `shell_quotes` writes `'` in a body as `'\\''`."""
    words = Piece(OTHER_WORDS[language])
    submit = Piece(submit_command(model, shell_quotes=shell_quotes), code=True)
    requests = f"{BASE}/v1/requests/{{request_id}}"
    return [
        *(words, submit, words, submit, Piece(STATUS_WORDS[language])),
        Piece(f"curl --request GET \\\n  --url {requests}/status \\\n{BEARER}", code=True),
        words,
        Piece(f"curl --request GET \\\n  --url {requests}/result \\\n{BEARER}", code=True),
        words,
        Piece(f"{CANCEL}{BEARER}", code=True),
        words,
        Piece(dumped(model.input), code=True),
        words,
        Piece(dumped(model.output), code=True),
        words,
    ]


def submit_command(model: Model, *, shell_quotes: bool = False) -> str:
    body = dumped(model.example).replace("\n", "\n  ")
    if shell_quotes:
        body = body.replace("'", r"'\''")
    return (
        f"curl --request POST \\\n  --url {BASE}/v1/models/{model.model_id} \\\n"
        f'  --header "Content-Type: application/json" \\\n{BEARER} \\\n'
        f"  --data '{body}'"
    )


def dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


Renderer = Callable[[list[Piece]], str]


def as_lines(page: list[Piece]) -> str:
    return "\n\n".join(piece.text for piece in page)


def glued(page: list[Piece]) -> str:
    """As a browser copies it: no indentation, and nothing between a block and the next text."""
    return "".join(
        re.sub(r"\n +", "\n", piece.text) if piece.code else f"{piece.text}\n" for piece in page
    )


def without_words(page: list[Piece]) -> str:
    return "".join(piece.text for piece in page if piece.code or "in_queue" in piece.text)


def on_one_line(page: list[Piece]) -> str:
    return re.sub(r"\n *", "", as_lines(page))


def with_spaces_for_line_breaks(page: list[Piece]) -> str:
    return as_lines(page).replace("\n", " ")


def crlf_and_tabs(page: list[Piece]) -> str:
    return "\ufeff" + as_lines(page).replace("\n  ", "\n\t").replace("\n", "\r\n")


def with_zero_widths(page: list[Piece]) -> str:
    """Zero-width and no-break spaces at line ends, where an editor may put them."""
    return as_lines(page).replace("\n  ", "\u200b\n\u00a0\ufeff ")


def markdown(page: list[Piece]) -> str:
    return "\n\n".join(f"```json\n{p.text}\n```" if p.code else f"## {p.text}" for p in page)


def quoted_markdown(page: list[Piece]) -> str:
    """Markdown whose code was escaped like prose, as some converters do."""
    return re.sub(r"([\\`*_{}\[\]#+!|-])", r"\\\1", markdown(page))


TOKENS = re.compile(r'"(?:[^"\\\n]|\\.)*"|--?\w+|\d+|[{}\[\],:]+|\s+|.', re.DOTALL)


def spans(code: str, escape: Callable[[str], str] = html.escape) -> str:
    """Highlight as Prism does: one span per token."""
    return "".join(
        token if token.isspace() else f'<span class="token x">{escape(token)}</span>'
        for token in TOKENS.findall(code)
    )


def prism(page: list[Piece]) -> str:
    blocks = (
        f'<pre class="language-json line-numbers"><code>{spans(p.text)}</code>'
        '<span aria-hidden="true" class="line-numbers-rows"><span></span></span></pre>'
        "<button>Copy {</button>"
        if p.code
        else f"<p>{html.escape(p.text)}</p>"
        for p in page
    )
    return (
        f"<!doctype html><html><head><title>{{</title></head><body>{''.join(blocks)}</body></html>"
    )


def line_divs(page: list[Piece]) -> str:
    """Code with an element for each line, and the line number in front."""
    return "<div>" + "".join(_numbered(p) if p.code else _words(p) for p in page) + "</div>"


def shiki(page: list[Piece]) -> str:
    def block(code: str) -> str:
        rows = (f'<span class="line">{spans(line)}</span>' for line in code.split("\n"))
        return f'<pre class="shiki" style="color:#fff"><code>{chr(10).join(rows)}</code></pre>'

    return "\n".join(block(p.text) if p.code else _words(p) for p in page)


def breaks_and_no_break_spaces(page: list[Piece]) -> str:
    """Code without `pre`: `<br>` ends a line, and no-break spaces indent it."""

    def block(code: str) -> str:
        rows = (re.sub("^ +", lambda m: "&nbsp;" * len(m[0]), row) for row in _escaped_rows(code))
        return f"<code>{'<br/>'.join(rows)}</code>"

    return "\n".join(block(p.text) if p.code else _words(p) for p in page)


def numeric_entities(page: list[Piece]) -> str:
    def entities(text: str) -> str:  # C1 controls stay: HTML reads &#128; as a euro sign
        return re.sub(r"[^a-z0-9\x80-\x9f]", lambda m: f"&#{ord(m[0])};", text)

    return "".join(f"<pre>{spans(p.text, entities)}</pre>" if p.code else _words(p) for p in page)


def table_rows(page: list[Piece]) -> str:
    """Code as a table, as line-number plugins write it, all on one line."""
    return "".join(
        f"<table>{''.join(_rows(p.text))}</table>" if p.code else _words(p) for p in page
    )


def _rows(code: str) -> Iterator[str]:
    for number, row in enumerate(_escaped_rows(code), start=1):
        cell = f'<td class="hljs-ln-numbers">{number}</td>'
        yield f'<tr>{cell}<td class="hljs-ln-code">{row}</td></tr>'


def _numbered(piece: Piece) -> str:
    rows = (
        f'<div class="line"><span class="linenumber">{number}</span>{spans(row)}</div>'
        for number, row in enumerate(piece.text.split("\n"), start=1)
    )
    return f'<div class="code" style="white-space: pre">{"".join(rows)}</div>'


def _escaped_rows(code: str) -> list[str]:
    return html.escape(code).split("\n")


def _words(piece: Piece) -> str:
    return f"<p>{html.escape(piece.text)}</p>"


TEXT_FORMS: dict[str, Renderer] = {
    form.__name__: form
    for form in (
        as_lines,
        glued,
        without_words,
        on_one_line,
        with_spaces_for_line_breaks,
        crlf_and_tabs,
        with_zero_widths,
        markdown,
        quoted_markdown,
    )
}
HTML_FORMS: dict[str, Renderer] = {
    form.__name__: form
    for form in (
        prism,
        line_divs,
        shiki,
        breaks_and_no_break_spaces,
        numeric_entities,
        table_rows,
    )
}
FORMS = TEXT_FORMS | HTML_FORMS
"""Name of a form: the function that renders a page in it."""
