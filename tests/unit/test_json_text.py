"""JSON is read strictly, and laid out without changing what it says."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcomfy_codegen.reading.json_text import MAX_JSON_DEPTH, InvalidJsonError, parse, pretty

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
VALUES = st.recursive(
    SCALARS.filter(lambda value: value not in (float("inf"), float("-inf"))),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(VALUES)
def test_pretty_agrees_with_json_dumps(value: Any) -> None:
    """For any value, in any layout."""
    for source in (json.dumps(value), json.dumps(value, indent=7, ensure_ascii=False)):
        assert pretty(source) == json.dumps(value, indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("number", ["1.0", "0.50", "1e400", "-0", "1E5", "123456789012345678901"])
def test_pretty_keeps_numbers_as_they_were_written(number: str) -> None:
    """Also those that no float holds."""
    assert pretty(f'{{"a":{number}}}') == f'{{\n  "a": {number}\n}}\n'


def test_pretty_keeps_key_order_and_duplicate_keys() -> None:
    """Mistakes of the page are kept."""
    assert pretty('{"b":1,"a":2,"b":3}') == '{\n  "b": 1,\n  "a": 2,\n  "b": 3\n}\n'


def test_pretty_keeps_half_a_surrogate_pair_escaped() -> None:
    """UTF-8 cannot hold it."""
    assert pretty('["\\ud800", "\\u00e9"]') == '[\n  "\\ud800",\n  "é"\n]\n'


@pytest.mark.parametrize(
    ("text", "message", "pointer"),
    [
        ("", "not JSON: Expecting value at line 1, column 1", ""),
        ('{"a": NaN}', "NaN is not a JSON number", ""),
        ('{"a": -Infinity}', "-Infinity is not a JSON number", ""),
        ('{"a": 1e400}', "number 1e400 is too large", ""),
        ('{"a": {"b": 1, "c": 2, "b": 3}}', "key 'b' appears twice", "/a/b"),
        ('{"a/~": [0, "\\udc00"]}', "half of a surrogate pair", "/a~1~0/1"),
        ("[" * 10_000, f"nested deeper than {MAX_JSON_DEPTH} levels", ""),
        ("[1,]", "not JSON", ""),
        ("1" * 400, "number 1{40} is too large", ""),
        ("1" * 5000, "number 1{40} is too large", ""),
    ],
)
def test_parse_refuses_what_is_not_strict_json(text: str, message: str, pointer: str) -> None:
    """With the place, where that can be told."""
    with pytest.raises(InvalidJsonError, match=message.replace("-", r"\-")) as caught:
        parse(text)
    assert caught.value.pointer == pointer
