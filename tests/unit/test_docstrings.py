"""Text from a schema cannot leave the docstring that it stands in."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcomfy_codegen.rendering.docstrings import bullets, docstring, paragraph
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
TEXTS = st.text() | st.sampled_from(HOSTILE) | st.lists(st.sampled_from(HOSTILE)).map("".join)


def only_string(source: str) -> str:
    """The value of source text that is a string constant and nothing else."""
    (statement,) = ast.parse(source).body
    assert isinstance(statement, ast.Expr)
    assert isinstance(statement.value, ast.Constant)
    assert isinstance(statement.value.value, str)
    return statement.value.value


@given(TEXTS)
def test_a_docstring_is_one_string_with_every_word_of_its_text(text: str) -> None:
    """Whatever the text holds."""
    source = docstring([*paragraph(text), "", *bullets([text])])
    if source:
        words = only_string(source).split()
        kept = [word for word in text.split() if word != "-"]
        assert [word for word in words if word != "-"] == kept * 2


@given(TEXTS, st.booleans())
def test_a_docstring_is_as_black_has_it(text: str, long: bool) -> None:
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
        assert only_string(top).replace("-", "").split() == text.replace("-", "").split() * (
            1 + long
        )


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
