"""Code that is rendered on one line is formatted by ruff as black would format it."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from black.strings import str_width
from hypothesis import given
from hypothesis import strategies as st

from runcomfy_codegen.rendering.columns import LINE, columns, is_contested
from runcomfy_codegen.rendering.declarations import attribute, constant, parameter
from runcomfy_codegen.rendering.formatting import formatted
from runcomfy_codegen.rendering.literals import literal
from tests.referee import printed_by_black

WORDS = st.sampled_from(
    [
        "a",
        "x y " * 9,
        "漢字" * 12,
        "é" * 30,
        "e\u0301" * 30,
        "👍🏽" * 20,
        "(,]|=",
        "it's",
        '"',
        "\\",
    ]
)
TEXTS = st.lists(WORDS | st.sampled_from(["😀\n"]), max_size=3).map("".join)
NAMES = st.sampled_from(
    ["a", "prompt", "B" * 40, "C" * 71, "D" * 84, "E" * 88, "F" * 300, "日本" * 9, "match", "type"]
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    TEXTS | st.sampled_from([-1, 1.5, 1e20, 10**30, True, None]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
LITERALS = st.lists(TEXTS, min_size=1, max_size=20).map(
    lambda texts: f"Literal[{', '.join(map(literal, texts))}]"
)


def types_of(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        inner.map("list[{}]".format),
        inner.map("dict[str, {}]".format),
        st.lists(inner, min_size=2, max_size=5).map(" | ".join),
        st.tuples(inner, TEXTS.map(literal)).map(
            lambda pair: f"Annotated[{pair[0]}, Field(max_length=3, pattern={pair[1]})]"
        ),
        st.tuples(inner, VALUES.map(literal)).map(
            lambda pair: f"Annotated[{pair[0]}, checks.fits({pair[1]}, {pair[1]})]"
        ),
    )


TYPES = st.recursive(NAMES | LITERALS, types_of, max_leaves=5)
FIELDS = st.tuples(NAMES, TYPES, st.sampled_from(["", "NOT_GIVEN", "None"])).map(
    lambda field: (field[0], field[1] + (" | NotGiven" if field[2] else ""), field[2])
)
QUOTED = st.tuples(NAMES, TYPES.map(literal), st.sampled_from(["", "NOT_GIVEN", "None"]))


def assert_in_blacks_form(source: str) -> None:
    text = formatted({"m": source})["m"]
    assert printed_by_black(text) == text


@given(FIELDS)
def test_an_attribute_and_a_parameter_are_formatted_as_by_black(
    field: tuple[str, str, str],
) -> None:
    method = f"def f(self, *, {parameter(*field)},) -> Request[Output]: pass"
    assert_in_blacks_form(f"class X:\n    {attribute(*field)}\n\n    {method}\n")


@given(QUOTED)
def test_an_attribute_of_a_later_class_is_formatted_as_by_black(
    field: tuple[str, str, str],
) -> None:
    """Its type is quoted, and no formatter splits it."""
    assert_in_blacks_form(f'class X:\n    {attribute(*field)}\n    """What it is."""\n')


@given(NAMES, VALUES, st.lists(st.tuples(TEXTS, TYPES), min_size=1, max_size=3))
def test_top_level_statements_are_formatted_as_by_black(
    name: str, value: Any, keys: list[tuple[str, str]]
) -> None:
    entries = "".join(f"{literal(key)}: {type_}," for key, type_ in keys)
    assert_in_blacks_form(
        f"MODEL_ID = {literal(name)}\n{constant(name, 'URL')}\n"
        f"class {name}(InputModel, check=checks.fits({literal(value)}, {literal(value)})): pass\n"
        f'{name} = TypedDict("{name}", {{{entries}}},)\n'
    )


@given(st.text() | st.text(st.sampled_from("'\"\\x{N\n")))
def test_a_literal_is_formatted_as_by_black(text: str) -> None:
    source = f"x = {literal(text)}\n"
    assert printed_by_black(source) == source


def test_we_count_columns_as_black_and_ruff_do() -> None:
    """For every character that a literal shows as it is."""
    printable_chars = [char for char in map(chr, range(0x80, sys.maxunicode)) if char.isprintable()]
    plain_chars = [char for char in printable_chars if not is_contested(char)]
    assert [char for char in plain_chars if columns(char) != str_width(char)] == []
    full = [call_of(LINE, char) for char in plain_chars]
    assert formatted_lines(full) == full
    too_wide = [call_of(LINE + 1, char) for char in plain_chars]
    assert formatted_lines(too_wide).count("f(") == len(plain_chars)


def call_of(width: int, char: str) -> str:
    """A statement of so many columns, by our count of `char`."""
    bare = f'f("{char * 9}", x)'
    return bare.replace(")", "x" * (width - len(bare) - 9 * (columns(char) - 1)) + ")")


def formatted_lines(lines: list[str]) -> list[str]:
    return formatted({"m": "\n".join([*lines, ""])})["m"].splitlines()


@pytest.mark.parametrize("text", ["e\u0301", "❤\ufe0f", "👍🏽", "각", "अनुवाद"])
def test_a_contested_character_is_an_escape(text: str) -> None:
    source = literal(text)
    assert [char for char in source if is_contested(char)] == []
    assert eval(source) == text  # noqa: S307
