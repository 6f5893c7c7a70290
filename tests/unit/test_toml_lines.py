"""The lines of the entries of a TOML file."""

from __future__ import annotations

import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from runcomfy_codegen.reading.toml_lines import TomlLines
from runcomfy_codegen.reading.toml_text import inline, quoted

TEXT = '''# a comment
["a/b"]
module = "x"

["a/b".names]
"input.json#/x" = "y"   # a comment
"input.json#/z" = { value = """
["no/header"]
""" }

[["a/b".waive]]
code = "one"
[["a/b".waive]]
code = [
    "two",
]

[verdicts]
"x" = "words"
'''


def test_each_entry_has_the_line_where_it_begins() -> None:
    lines = TomlLines(TEXT)
    expected = {
        ("a/b",): 2,
        ("a/b", "module"): 3,
        ("a/b", "names", "input.json#/x"): 6,
        ("a/b", "names", "input.json#/z"): 7,
        ("a/b", "waive", 0): 11,
        ("a/b", "waive", 1, "code"): 14,
        ("verdicts", "x"): 19,
    }
    assert {path: lines.of(*path) for path in expected} == expected


def test_a_table_that_only_has_tables_has_the_line_of_the_first() -> None:
    lines = TomlLines('x = 1\n["a/b".names]\n"y" = "z"\n["a/b".price]\n')
    assert lines.of("a/b") == 2


def test_an_entry_inside_another_has_the_line_of_the_outer_one() -> None:
    lines = TomlLines(TEXT)
    assert lines.of("a/b", "names", "input.json#/z", "value") == 7
    assert lines.of("a/b", "names", "input.json#/z", "value", 3) == 7
    assert lines.of("c/d") == 0


def test_entries_after_a_syntax_error_have_no_line() -> None:
    lines = TomlLines("a = 1\nb = [1,\n[c]\nd = 2\n")
    assert (lines.of("a"), lines.of("b"), lines.of("c")) == (1, 0, 0)


KEYS = st.text("ab/.# \n[]=\"'", min_size=1, max_size=4)
VALUES = st.integers() | st.text('x\n"#[]=', max_size=5).map(str)


@given(st.dictionaries(KEYS, st.dictionaries(KEYS, VALUES, max_size=3), max_size=3))
def test_every_key_of_every_table_is_found(document: dict[str, dict[str, Any]]) -> None:
    text, expected = "", {}
    for table, entries in document.items():
        text += f"[{quoted(table)}]\n"
        expected[table,] = text.count("\n")
        for key, value in entries.items():
            text += f"{quoted(key)} = {quoted(value) if isinstance(value, str) else value}\n"
            expected[table, key] = text.count("\n")
    assert tomllib.loads(text) == document
    assert {path: TomlLines(text).of(*path) for path in expected} == expected


VALUE = st.recursive(
    st.booleans() | st.integers(-9, 9) | st.text('a"\\\n.', max_size=4),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(KEYS, inner, max_size=2),
    max_leaves=5,
)


@given(VALUE)
def test_a_value_on_one_line_reads_as_itself(value: Any) -> None:
    assert tomllib.loads(f"x = {inline(value)}") == {"x": value}
