"""Unusual but unambiguous pages are imported, with a warning."""

from __future__ import annotations

from runcomfy_codegen.pages.page import read_page

from .page_factory import EXAMPLE, INPUT, OUTPUT, Model, as_lines, dumped, pieces

PAGE = as_lines(pieces(Model()))
BODY = dumped(EXAMPLE).replace("\n", "\n  ")


def test_the_first_of_different_bodies_is_used_with_a_warning() -> None:
    page = read_page(PAGE.replace(BODY, '{"prompt": "first"}', 1))
    assert page.example == '{\n  "prompt": "first"\n}\n'
    assert page.warnings == ("the submit commands have different bodies; the first one is used",)


def test_an_output_schema_without_its_key_is_imported_unchanged() -> None:
    page = read_page(PAGE.replace(dumped(OUTPUT), dumped(OUTPUT["output"])))
    assert page.output.startswith('{\n  "type": "object"')
    assert "is not wrapped in an `output` key" in page.warnings[0]


def test_an_example_response_is_not_a_schema() -> None:
    response = '{"request_id": "x", "status": "completed", "output": {"image": "https://x.y/z"}}'
    page = read_page(response + PAGE + response)
    assert page == read_page(PAGE)


def test_identical_blocks_count_once() -> None:
    assert read_page(PAGE + dumped(INPUT) + dumped(OUTPUT)) == read_page(PAGE)


def test_a_brace_in_the_prose_is_skipped_with_a_warning() -> None:
    page = read_page('Send {"prompt": …} and {request_id}, {"a" b}.\n' + PAGE)
    assert len(page.warnings) == 2
    assert 'beginning `{"prompt":' in page.warnings[0]


def test_an_unknown_command_is_a_warning() -> None:
    page = read_page(PAGE + "curl https://model-api.runcomfy.net/v1/models?limit=1\n")
    assert page.warnings == (
        "unknown curl command: GET https://model-api.runcomfy.net/v1/models?limit=1",
    )


def test_mistakes_of_the_page_are_kept() -> None:
    schema = '{"type":"object","required":["no"],"a":1,"a":1.50e+3,"u":"\\u00e9\\ud83d\\/"}'
    page = read_page(PAGE.replace(dumped(INPUT), schema))
    assert '"a": 1,\n  "a": 1.50e+3,\n  "u": ' in page.input
    assert "\\ud83d" in page.input


def test_hostile_pages_are_read_in_linear_time() -> None:
    units = ["{", '{"', '{"a":', '{"a":[', "[{", 'curl -H \\"', "curl --curl ", 'curl -d \'{"a":']
    for unit in [*units, "{}", '{"a\\', '{"\n', "curl https://{", "http://", "/{request\\_id}"]:
        assert _read_or_not(unit * (300_000 // len(unit))) == "not a page"


def _read_or_not(text: str) -> str:
    from runcomfy_codegen.pages.page import PageError

    try:
        read_page(text)
    except PageError:
        return "not a page"
    return "a page"
