"""JSON pointers are made, split and followed as RFC 6901 has them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcomfy_codegen.json_schema.pointers import (
    exists_at,
    join_pointer,
    remove_at,
    split_pointer,
    value_at,
)

DOCUMENT: dict[str, Any] = {"a": [{"b": 1}, 2], "": 3, "a/b": 4, "m~n": 5, "0": 6}


@given(st.lists(st.text()))
def test_joined_steps_are_split_again(steps: list[str]) -> None:
    assert split_pointer(join_pointer(*steps)) == steps


@pytest.mark.parametrize(
    ("pointer", "value"),
    [("", DOCUMENT), ("/a/0/b", 1), ("/", 3), ("/a~1b", 4), ("/m~0n", 5), ("/0", 6)],
)
def test_a_pointer_leads_to_its_value(pointer: str, value: Any) -> None:
    assert value_at(DOCUMENT, pointer) == value


@pytest.mark.parametrize(
    "pointer", ["/b", "/a/2", "/a/-1", "/a/b", "/a/1/b", "/a/0/b/c", "/a/" + "1" * 5000]
)
def test_a_pointer_that_leads_nowhere_is_a_lookup_error(pointer: str) -> None:
    assert not exists_at(DOCUMENT, pointer)
    with pytest.raises(LookupError):
        remove_at(DOCUMENT, pointer)


def test_a_value_is_removed_and_the_document_itself_is_not() -> None:
    document: dict[str, Any] = {"a": [1, 2], "": 3}
    remove_at(document, "/a/0")
    remove_at(document, "/")
    assert document == {"a": [2]}
    with pytest.raises(LookupError):
        remove_at(document, "")
