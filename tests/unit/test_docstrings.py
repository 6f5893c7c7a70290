"""Text from a schema cannot leave the docstring that it stands in."""

from __future__ import annotations

import ast
import doctest
import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcomfy_codegen.rendering.docstrings import (
    arguments,
    bullets,
    docstring,
    paragraph,
    prose,
)
from runcomfy_codegen.rendering.formatting import formatted
from runcomfy_codegen.rendering.literals import literal
from tests.referee import printed_by_black

HOSTILE = [
    '"""+__import__("os").system("true")+"""',
    "ends with a backslash \\",
    'ends with quotes "" and "',
    '\\"""\\',
    "{{ x }} {% y %} # type: ignore",
    "\x00 \r\n \x0c \u2028 \u202e \ud7ff",
    "\\N{BULLET} \\x41 \\",
]
LINES = st.lists(
    st.sampled_from(
        [
            *(
                "",
                "- an item",
                "  1. another",
                "    code(x)",
                "```py",
                "~~~",
                "| a | b |",
                "  more",
            ),
            *(
                "\tprint(1)",
                "* x",
                ">>> import os",
                ".. include:: /etc/passwd",
                "\\",
                "Words " * 20,
            ),
        ]
    )
).map("\n".join)
TEXTS = (
    st.text() | LINES | st.sampled_from(HOSTILE) | st.lists(st.sampled_from(HOSTILE)).map("".join)
)


def only_string(source: str) -> str:
    """The value of source text that is a string constant and nothing else."""
    (statement,) = ast.parse(source).body
    assert isinstance(statement, ast.Expr)
    assert isinstance(statement.value, ast.Constant)
    assert isinstance(statement.value.value, str)
    return statement.value.value


@given(TEXTS)
def test_a_docstring_is_one_string_with_every_word_of_its_text(text: str) -> None:
    """For any text."""
    source = docstring([*paragraph(text), "", *bullets([text])])
    if source:
        words = unmarked(only_string(source))
        expected_words = [word for word in unmarked(text) if word != "-"]
        assert [word for word in words if word != "-"] == expected_words * 2


@given(TEXTS, st.booleans())
def test_a_docstring_is_formatted_as_by_black(text: str, long: bool) -> None:
    """In a class, below an attribute, in a method and at the top, once ruff has formatted it."""
    top, inner, deep = (
        docstring(
            [*paragraph(text, indent), *(["", *bullets([text], indent)] if long else [])], indent
        )
        for indent in ("", " " * 4, " " * 8)
    )
    if top:
        source = (
            f"{top}\nX = 1\n{top}\nclass C:\n    {inner}\n    x: int\n    {inner}\n"
            f"    def f(self):\n        {deep}\n        return 1\n"
        )
        printed = formatted({"m": source})["m"]
        assert printed_by_black(printed) == printed
        assert strings(printed) == strings(source)
        expected_words = unmarked(text.replace("-", ""))
        assert unmarked(only_string(top).replace("-", "")) == expected_words * (1 + long)


@given(TEXTS)
def test_prose_loses_no_word(text: str) -> None:
    lines = docstring(prose(text, "    "), "    ")
    if lines:
        assert unmarked(only_string(lines)) == unmarked(text)


@given(TEXTS)
def test_a_description_is_formatted_as_by_black_below_an_attribute_and_among_arguments(
    text: str,
) -> None:
    below = docstring([*prose(text, "    "), "", *bullets(["range: 1"], "    ")], "    ")
    rows = docstring(["Run.", "", "Args:", *arguments([("x", text or "…")], "    ")], "    ")
    source = f"class C:\n    x: int\n    {below}\n\n\ndef f(x):\n    {rows}\n    return x\n"
    printed = formatted({"m": source})["m"]
    assert printed_by_black(printed) == printed
    assert strings(printed) == strings(source)


DESCRIPTION = """What to draw,
and how.

Styles:
- photo: as from a camera,
  with film grain and very much more than that, so that the line has to be wrapped somewhere
  - black and white
1) drawing

```python
client.run(prompt="a",   seed=5)  # a line of code that is far longer than what fits is not wrapped

```

    indented(1)

| a | b |
|---|---|
The end."""


def test_paragraphs_lists_tables_and_code_survive() -> None:
    value = inspect.cleandoc(only_string(docstring(prose(DESCRIPTION, "    "), "    ")))
    expected = DESCRIPTION.replace("be wrapped", "be\n  wrapped")
    assert value == expected.replace("    indented(1)", "```\nindented(1)\n```")


def test_code_at_the_end_keeps_its_indentation_by_a_fence() -> None:
    """Readers of docstrings remove the common indentation of all lines but the first."""
    value = only_string(docstring(prose("Call:\n\n    if x:\n        run()")))
    assert inspect.cleandoc(value) == "Call:\n\n```\nif x:\n    run()\n```"


def test_the_lines_of_an_argument_are_indented_below_its_name() -> None:
    rows = [("style", "One of:\n- photo\n- ink\n\n(default: `1`)"), ("x", "- a"), ("y", "Y.")]
    assert arguments(rows) == [
        "    style: One of:",
        "        - photo",
        "        - ink",
        "",
        "        (default: `1`)",
        "    x:",
        "        - a",
        "    y: Y.",
    ]


ACTIVE = [">>> import os", "  >>> 1", ".. include:: /etc/passwd", "..", "--8<-- 'x'", "::: os"]


@pytest.mark.parametrize("line", ACTIVE)
def test_a_line_that_a_tool_would_run_or_follow_gets_a_backslash(line: str) -> None:
    """Doctest, docutils, and what mkdocs uses."""
    for text in (line, f"Words.\n\n{line}", f"```\n{line}\n```"):
        value = only_string(docstring(prose(text)))
        assert f"\\{line.strip()}" in value
        assert doctest.DocTestParser().get_examples(value) == []


def unmarked(text: str) -> list[str]:
    """The words of `text`, without the backslash before a line that a tool would run."""
    return text.replace("\\", "").replace("```", "").split()


def strings(source: str) -> list[list[str]]:
    """The words of every string in `source`."""
    constants = (
        node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)
    )
    return [value.split() for value in constants if isinstance(value, str)]


@given(TEXTS)
def test_a_literal_evaluates_to_the_text(text: str) -> None:
    assert ast.literal_eval(literal(text)) == text


@pytest.mark.parametrize("value", [None, True, -1, 2**70, 1.5, ["a", {"b": [None]}], {}])
def test_a_literal_evaluates_to_the_value(value: object) -> None:
    assert ast.literal_eval(literal(value)) == value


def test_no_lines_make_no_docstring() -> None:
    assert docstring([]) == docstring(paragraph(" ")) == ""
