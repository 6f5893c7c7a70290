"""Every value of a JSON text is found where it stands."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from runcomfy_codegen.json_schema.pointers import value_at
from runcomfy_codegen.reading.json_spans import line_of, spans

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


@given(VALUES, st.sampled_from([None, 0, 2]), st.booleans())
def test_the_text_at_a_place_is_its_value(value: Any, indent: int | None, ascii_: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_)
    spans_by_pointer = spans(text)
    assert "" in spans_by_pointer
    for place, (key, start, end) in spans_by_pointer.items():
        assert json.loads(text[start:end]) == value_at(value, place)
        assert text[key:start].strip() in (
            "",
            text[key:start].rpartition(":")[0].strip() + ":",
        ) or (text[key:start].rstrip().endswith(":"))


def test_a_line_is_that_of_the_key() -> None:
    text = '{\n  "a": {\n    "b/c": [\n      1,\n      2\n    ]\n  }\n}\n'
    lines = {"": 1, "/a": 2, "/a/b~1c": 3, "/a/b~1c/1": 5, "/a/none/deeper": 2, "/none": 1}
    assert {place: line_of(text, place) for place in lines} == lines
