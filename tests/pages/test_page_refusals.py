"""An incomplete page is refused, with a list of what was found and what is missing."""

from __future__ import annotations

import pytest

from runcomfy_codegen.pages.notes import PageNotes
from runcomfy_codegen.pages.page import PageError, read_page

from .page_factory import (
    INPUT,
    OUTPUT,
    Model,
    Renderer,
    as_lines,
    dumped,
    glued,
    on_one_line,
    pieces,
)

PAGE = as_lines(pieces(Model()))
SCHEMA = dumped(INPUT)


def notes_of(text: str) -> PageNotes:
    with pytest.raises(PageError) as caught:
        read_page(text)
    return caught.value.notes


def errors(text: str) -> str:
    return "\n".join(notes_of(text).errors)


def test_prose_alone_lacks_every_part() -> None:
    notes = notes_of("Follow us on LinkedIn { } [1]")
    assert notes.found == ["JSON that is not a schema (1×)"]
    assert len(notes.missing) == 7


def test_a_page_without_schemas_reports_what_was_found() -> None:
    notes = notes_of(PAGE.replace(SCHEMA, "").replace(dumped(OUTPUT), ""))
    assert notes.missing == ["input schema", "output schema"]
    assert "model_id acme/dream-1.0/text-to-image" in notes.found


@pytest.mark.parametrize("form", [as_lines, glued, on_one_line])
def test_a_page_cut_off_anywhere_is_refused(form: Renderer) -> None:
    text = form(pieces(Model()))
    complete_page = read_page(text)
    end = text.rindex("}") + 1
    for length in range(0, end, 7):
        notes_of(text[:length])
    assert read_page(text[:end]) == complete_page


def test_half_a_json_block_is_located() -> None:
    text = PAGE[: PAGE.index('"maxLength"') + 5]
    assert "the text ends inside a string" in errors(text)
    assert "beginning `{ " in errors(text)


def test_a_truncated_block_in_the_middle_of_the_page_is_an_error() -> None:
    half = SCHEMA[: len(SCHEMA) // 2]
    assert "broken JSON on lines" in errors(PAGE.replace(SCHEMA, half))


@pytest.mark.parametrize("sign", ["type", "title", "required", "properties", "output"])
def test_a_broken_block_that_may_be_a_schema_is_an_error(sign: str) -> None:
    notes = notes_of(PAGE + f'{{"{sign}": 1, "a": }}\n{{"status": 1, "a": }}\n')
    assert [text.count(f'`{{"{sign}"') for text in notes.errors] == [1]
    assert [text.count('`{"status"') for text in notes.warnings] == [1]


def test_a_string_wrapped_by_the_copy_is_refused_not_repaired() -> None:
    text = PAGE.replace('"Schema di input"', '"Schema\ndi input"')
    assert "a line break, as if lines were wrapped" in errors(text)


@pytest.mark.parametrize(
    ("schema", "expected_error"),
    [
        ('{"type": "array", "items": {"type": "string"}}', "not an object"),
        ('[{"type": "object", "properties": {}}]', "not an object"),
        ('{"type": "object", "properties": {"a": NaN}}', "found `NaN"),
        ('{"type": "object", "properties": {},}', "expected a key"),
        ("{'type': 'object'}", ""),
        ('"type": "object"', ""),
        ('{"type": "object", "a": ' + "[" * 101 + "]" * 101 + "}", "nested deeper than 100"),
    ],
)
def test_a_schema_that_is_not_an_object_schema_is_refused(schema: str, expected_error: str) -> None:
    notes = notes_of(PAGE.replace(SCHEMA, schema))
    assert "input schema" in notes.missing
    assert expected_error in "\n".join(notes.errors)


@pytest.mark.parametrize(
    ("straight", "typographic", "expected_error"),
    [
        ('"', "”", 'quotes around names: ” in place of ": copy the page as plain text'),
        ('"', "«", "quotes around names: «"),
        ("--", "—", "dashes of commands: — in place of --"),
    ],
)
def test_code_that_a_word_processor_has_changed_is_named(
    straight: str, typographic: str, expected_error: str
) -> None:
    assert expected_error in errors(PAGE.replace(straight, typographic))


@pytest.mark.parametrize("name", ["../../etc/x", "/etc/passwd", "a", "a//b", "a/b?x=1", "a/%2e%2e"])
def test_an_unsafe_model_id_is_refused(name: str) -> None:
    assert name.split("?")[0][:6] in errors(as_lines(pieces(Model(model_id=name))))


def test_commands_for_two_models_are_refused() -> None:
    text = PAGE.replace("acme/dream-1.0/text", "acme/dream-2.0/text", 1)
    assert "different models: acme/dream-2.0/text-to-image, acme/dream-1.0" in errors(text)


def test_two_different_input_schemas_are_refused() -> None:
    second_schema = dumped({**INPUT, "title": "Another"})
    assert "2 different blocks that may be the input schema" in errors(PAGE + second_schema)


def test_a_page_that_shows_two_protocols_is_refused() -> None:
    text = PAGE.replace("/v1/models", "/v2/models", 1)
    assert "more than one submit endpoint" in errors(text)


def test_a_missing_endpoint_is_named() -> None:
    text = PAGE.replace("{request_id}/cancel", "{request_id}/stop")
    notes = notes_of(text)
    assert notes.missing == ["cancel endpoint (no curl command for …/cancel)"]
    assert "unknown curl command: POST" in notes.warnings[0]


def test_a_command_without_a_body_lacks_the_example() -> None:
    text = PAGE.replace("--data", "--compressed; ")
    assert "example body (no JSON after --data of the submit command)" in notes_of(text).missing


def test_a_broken_body_is_refused() -> None:
    text = PAGE.replace('{\n    "prompt": "A', '{\n    "prompt": A', 1)
    assert "the body of a command: broken JSON" in errors(text)
