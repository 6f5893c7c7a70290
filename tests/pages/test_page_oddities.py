"""What is unusual and still clear is taken, and said."""

from __future__ import annotations

from runcomfy_codegen.pages.page import read_page

from .page_factory import EXAMPLE, INPUT, OUTPUT, Model, as_lines, dumped, pieces

PAGE = as_lines(pieces(Model()))
BODY = dumped(EXAMPLE).replace("\n", "\n  ")


def test_different_bodies_are_said_and_the_first_is_taken() -> None:
    page = read_page(PAGE.replace(BODY, '{"prompt": "first"}', 1))
    assert page.example == '{\n  "prompt": "first"\n}\n'
    assert page.odd == ("the submit commands have different bodies; the first one was taken",)


def test_a_bare_output_schema_is_taken_as_it_stands() -> None:
    page = read_page(PAGE.replace(dumped(OUTPUT), dumped(OUTPUT["output"])))
    assert page.output.startswith('{\n  "type": "object"')
    assert "bare" in page.odd[0]


def test_a_response_shown_as_an_example_is_no_schema() -> None:
    response = '{"request_id": "x", "status": "completed", "output": {"image": "https://x.y/z"}}'
    page = read_page(response + PAGE + response)
    assert page == read_page(PAGE)


def test_blocks_that_stand_twice_count_once() -> None:
    assert read_page(PAGE + dumped(INPUT) + dumped(OUTPUT)) == read_page(PAGE)


def test_a_strange_brace_in_the_words_is_passed_over() -> None:
    page = read_page('Send {"prompt": …} and {request_id}, {"a" b}.\n' + PAGE)
    assert len(page.odd) == 2
    assert 'beginning `{"prompt":' in page.odd[0]


def test_another_command_is_said() -> None:
    page = read_page(PAGE + "curl https://model-api.runcomfy.net/v1/models?limit=1\n")
    assert page.odd == (
        "another curl command: GET https://model-api.runcomfy.net/v1/models?limit=1",
    )


def test_mistakes_of_the_page_are_kept() -> None:
    schema = '{"type":"object","required":["no"],"a":1,"a":1.50e+3,"u":"\\u00e9\\ud83d\\/"}'
    page = read_page(PAGE.replace(dumped(INPUT), schema))
    assert '"a": 1,\n  "a": 1.50e+3,\n  "u": ' in page.input
    assert "\\ud83d" in page.input


def test_the_reader_ends_in_time_on_hostile_pages() -> None:
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
