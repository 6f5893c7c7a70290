"""Properties that a schema allows without naming them are keywords of a client as well."""

from __future__ import annotations

import json
from typing import Any

import pytest

from runcomfy_models import InvalidInputError
from runcomfy_models._runtime._sync.submitting import prepare_call
from tests.fidelity.building import Built
from tests.runtime.side import TOKEN

TYPED = {
    "type": "object",
    "properties": {"prompt": {"type": "string"}, "class": {"type": "integer"}},
    "required": ["prompt"],
    "additionalProperties": {"type": "integer"},
}
NAMELESS = {"type": "object", "additionalProperties": True}


def payload(schema: Any, **inputs: Any) -> Any:
    """Return the body that `submit` of a model with `schema` would send."""
    module = Built({"m": schema}).modules["m"]

    class Client(module.Client):  # type: ignore[name-defined, misc]
        def _submit(self, _: Any, inputs: dict[str, Any]) -> Any:
            call = prepare_call(self._target, inputs).call
            return json.loads(call.body or b"")

    return Client(token=TOKEN).submit(**inputs)


def test_extra_properties_are_keywords_under_their_wire_names() -> None:
    inputs = {"prompt": "x", "class_": 1, "steps": 5, "33 x": 6, "self": 7, "_further": 8}
    assert payload(TYPED, **inputs) == {
        "prompt": "x",
        "class": 1,
        "steps": 5,
        "33 x": 6,
        "self": 7,
        "_further": 8,
    }
    assert payload(NAMELESS, a=None, b=[{}]) == {"a": None, "b": [{}]}
    assert payload(NAMELESS) == {}


def test_extra_properties_are_validated() -> None:
    with pytest.raises(InvalidInputError, match="steps: Input should be a valid integer"):
        payload(TYPED, prompt="x", steps="5")


def test_a_closed_input_refuses_an_unknown_keyword() -> None:
    with pytest.raises(InvalidInputError, match="steps: Extra inputs are not permitted"):
        payload({**TYPED, "additionalProperties": False}, prompt="x", steps=5)
