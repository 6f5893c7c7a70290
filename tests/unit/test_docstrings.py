"""Text from a schema cannot leave the docstring that it stands in."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcomfy_codegen.rendering.docstrings import bullets, docstring, leading_docstring, paragraph
from runcomfy_codegen.rendering.formatting import formatted
from runcomfy_codegen.rendering.literals import literal

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


@given(TEXTS)
def test_a_docstring_is_as_black_has_it(text: str) -> None:
    """Before everything else it moves a blank between quotes; anywhere else nothing."""
    leading = leading_docstring(paragraph(text))
    if leading:
        source = f"{leading}\n\nX = 1\n{docstring(paragraph(text))}\n"
        assert formatted(source) == source
        assert only_string(leading).split() == text.split()


@given(TEXTS)
def test_a_literal_evaluates_to_the_text(text: str) -> None:
    assert ast.literal_eval(literal(text)) == text


@pytest.mark.parametrize("value", [None, True, -1, 2**70, 1.5, ["a", {"b": [None]}], {}])
def test_a_literal_evaluates_to_the_value(value: object) -> None:
    assert ast.literal_eval(literal(value)) == value


def test_no_lines_make_no_docstring() -> None:
    assert docstring([]) == docstring(paragraph(" ")) == ""
