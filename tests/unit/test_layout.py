"""Statements are laid out as black lays them out, whatever they hold."""

from __future__ import annotations

from typing import Any

import pytest
from black.strings import str_width
from hypothesis import given, settings
from hypothesis import strategies as st

from runcomfy_codegen.rendering import layout
from runcomfy_codegen.rendering.formatting import formatted
from runcomfy_codegen.rendering.literals import literal
from runcomfy_codegen.rendering.widths import COLUMNS, fits

bounded = settings(max_examples=60, derandomize=True, database=None, deadline=None)

WORDS = st.sampled_from(
    ["a", "x y " * 9, "漢字" * 12, "é" * 30, "(,]|=", "it's", '"', "\\", "😀\n"]
)
TEXTS = st.lists(WORDS, max_size=3).map("".join)
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


@bounded
@given(FIELDS)
def test_an_attribute_and_a_parameter_are_as_black_has_them(field: tuple[str, str, str]) -> None:
    source = (
        f"class X:\n    {layout.attribute(*field)}\n\n    def f(\n        self,\n        *,\n"
        f"        {layout.parameter(*field)}\n    ) -> Request[Output]:\n        pass\n"
    )
    assert formatted(source) == source


@bounded
@given(NAMES, VALUES, st.lists(st.tuples(TEXTS, TYPES), min_size=1, max_size=3))
def test_top_level_statements_are_as_black_has_them(
    name: str, value: Any, keys: list[tuple[str, str]]
) -> None:
    bases = f"InputModel, check=checks.fits({literal(value)}, {literal(value)})"
    source = (
        f"{layout.assignment('MODEL_ID', literal(name))}\n{layout.constant(name, 'URL')}\n\n\n"
        f"{layout.class_header(name, bases)}\n    pass\n\n\n{layout.typed_dict(name, keys)}\n"
    )
    assert formatted(source) == source


@given(st.text() | st.text(st.sampled_from("'\"\\x{N\n")))
def test_a_literal_is_as_black_has_it(text: str) -> None:
    source = layout.assignment("x", literal(text)) + "\n"
    assert formatted(source) == source


def test_what_people_write_needs_no_black(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only where a name or a key alone fills the line does black have to weigh."""
    monkeypatch.setattr(layout, "formatted", None)
    union = " | ".join(f"Literal[{literal('漢字' * 20)}, {number}]" for number in range(9))
    for name in ("a", "a_name_of_forty_characters_is_a_long_name"):
        assert layout.attribute(name, f"Annotated[{union}, Field(max_length=3)]", "NOT_GIVEN")
        assert layout.parameter(name, union, "NOT_GIVEN")
        assert layout.typed_dict(name, [(f"3 {name}", union)])
        assert layout.class_header(name, f"InputModel, check=checks.fits({literal([name] * 9)})")


@pytest.mark.parametrize("char", ["a", "é", "́", "ᄀ", "漢", "😀", "⌚", "🛜", "\U0003fffd", "￦"])
@pytest.mark.parametrize("length", [43, 44, 45, 86, 87, 88])
def test_a_line_is_as_wide_as_black_has_it(char: str, length: int) -> None:
    text = char + "x" * length
    assert fits(text) is (str_width(text) <= COLUMNS)
    assert fits(char * length) is (str_width(char * length) <= COLUMNS)
