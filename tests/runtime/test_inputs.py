"""An `Input` as a value: what it takes beside lists and dicts, and what pydantic dumps of it."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import Any

import pytest

from runcomfy_models._runtime.inputs import InputModel
from runcomfy_models._runtime.not_given import NOT_GIVEN, NotGiven


class Part(InputModel):
    scale: float | NotGiven = NOT_GIVEN


class Input(InputModel):
    prompt: str
    parts: list[Part] | NotGiven = NOT_GIVEN
    one: Part | NotGiven = NOT_GIVEN
    tags: dict[str, int] | NotGiven = NOT_GIVEN


@pytest.mark.parametrize("parts", [({"scale": 1.5},), [Part(scale=1.5)], (Part(scale=1.5),)])
def test_any_sequence_stands_for_an_array(parts: Any) -> None:
    assert Input(prompt="x", parts=parts).to_payload() == {
        "prompt": "x",
        "parts": [{"scale": 1.5}],
    }


def test_any_mapping_stands_for_an_object() -> None:
    assert Input(prompt="x", tags=MappingProxyType({"a": 1})).to_payload()["tags"] == {"a": 1}


@pytest.mark.parametrize("parts", ["text", b"bytes", {"a": 1}, {1, 2}, iter([])])
def test_text_and_what_has_no_order_is_no_array(parts: Any) -> None:
    with pytest.raises(ValueError, match="parts"):
        Input(prompt="x", parts=parts)


def test_pydantic_dumps_what_was_given_alone() -> None:
    given = Input(prompt="x", one=Part())
    assert given.model_dump() == {"prompt": "x", "one": {}}
    assert json.loads(given.model_dump_json()) == {"prompt": "x", "one": {}}
    assert "NOT_GIVEN" not in repr(given)
