"""A page is read the same in every form, language and layout."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runcomfy_codegen.pages.page import Page, read_page
from runcomfy_codegen.pages.page_text import read_page_text
from runcomfy_codegen.pages.sources import Source
from runcomfy_codegen.reading.json_text import pretty

from .page_factory import EXAMPLE, FORMS, INPUT, STATUS_WORDS, TEXT_FORMS, Model, pieces

HOSTILE = [
    "{",
    "}{",
    '"',
    "'",
    r"'\''",
    "\\",
    '\\"',
    "}'",
    "```",
    "<br>",
    "</span>",
    "&quot;",
    "&amp;lt;",
    "  ",
    "\n",
    "\t",
    "\u200d",
    "\u2028",
    "👩‍👩‍👧",
    "curl --request POST --url https://evil.example/v1/models/a/b --data '{\"x\": 1}'",
    '{"type": "object", "properties": {}}',
    '{"output": {"type": "object"}}',
    "--data '{",
    "https://model-api.runcomfy.net/v1/requests/{request_id}/status",
    r"{request\_id}",
]
STRINGS = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=5), max_size=5).map("".join)


def read(text: str) -> Page:
    return read_page(read_page_text(Source(text.encode())).text)


def assert_same(page: Page, model: Model) -> None:
    assert page.model_id == model.model_id
    assert page.input == laid_out(model.input)
    assert page.output == laid_out(model.output)
    assert page.example == laid_out(model.example)


def laid_out(value: Any) -> str:
    return pretty(json.dumps(value))


@pytest.mark.parametrize("language", STATUS_WORDS)
@pytest.mark.parametrize("form", FORMS)
def test_every_form_in_every_language_reads_the_same(form: str, language: str) -> None:
    page = read(FORMS[form](pieces(Model(), language)))
    assert_same(page, Model())
    assert page.protocol.base_url == "https://model-api.runcomfy.net"
    assert str(page.protocol.cancel) == "POST /v1/requests/{request_id}/cancel"
    assert page.protocol.statuses == ("in_queue", "in_progress", "completed", "cancelled")
    if form != "quoted_markdown":
        assert page.warnings == ()


@pytest.mark.parametrize("quotes", ["''", "‘’", "‚‘"])
def test_statuses_in_single_quotes_are_read(quotes: str) -> None:
    """An apostrophe does not count as a quote: `l'état'` is not a status."""
    text = FORMS["as_lines"](pieces(Model(), "fr"))
    for old, new in (("« ", quotes[0]), (" »", quotes[1])):
        text = text.replace(old, new)
    page = read(text.replace("L'état d'un", "L'état' d'un'e"))
    assert page.protocol.statuses == ("in_queue", "in_progress", "completed", "cancelled")


@pytest.mark.parametrize("form", FORMS)
@given(text=STRINGS, shell_quotes=st.booleans())
@settings(max_examples=12, deadline=None)
def test_hostile_strings_are_kept_unchanged(form: str, text: str, shell_quotes: bool) -> None:
    described = {**INPUT["properties"], text: {"type": "string", "description": text}}
    model = Model(input={**INPUT, "properties": described}, example={"prompt": text})
    assert_same(read(FORMS[form](pieces(model, shell_quotes=shell_quotes))), model)


@pytest.mark.parametrize("form", TEXT_FORMS)
@pytest.mark.parametrize("encoded", [False, True])
def test_spaces_in_a_model_id_are_kept(form: str, encoded: bool) -> None:
    name = "minimax/Hailuo Video 01 Live"
    written_id = name.replace(" ", "%20") if encoded else name
    page = read(FORMS[form](pieces(Model(model_id=written_id))))
    assert page.model_id == name


@pytest.mark.parametrize(
    "options",
    [
        "-X POST 'URL' -H 'A: b' -d 'BODY'",
        "-XPOST \"URL\" --data-raw 'BODY'",
        "--location URL --header 'A: b' --data-binary $'BODY'",
        "--data 'BODY' --request POST --url=URL",
        "-d BODY <URL>",
        '--request "POST" --url URL--header "A: b"--data \'BODY\'',
    ],
)
def test_curl_may_be_written_in_other_ways(options: str) -> None:
    url = "https://model-api.runcomfy.net/v1/models/acme/dream-1.0/text-to-image"
    command = "curl " + options.replace("URL", url).replace("BODY", json.dumps(EXAMPLE))
    first, *rest = [p.text for p in pieces(Model()) if "/v1/models/" not in p.text]
    assert_same(read("\n".join([first, command, *rest])), Model())
