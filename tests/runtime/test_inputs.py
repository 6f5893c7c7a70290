"""`Input` as a value: sequences and mappings, dumps, copies."""

from __future__ import annotations

import copy
import json
import pickle
from types import MappingProxyType
from typing import Annotated, Any

import pytest
from pydantic import Field, TypeAdapter

from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.not_given import NOT_GIVEN, NotGiven
from runcomfy_models.kling.kling_3_0.standard import image_to_video


class Part(InputModel):
    scale: float | NotGiven = NOT_GIVEN


class Input(InputModel):
    prompt: str
    parts: list[Part] | NotGiven = NOT_GIVEN
    part: Part | NotGiven = NOT_GIVEN
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
def test_text_and_unordered_collections_are_not_arrays(parts: Any) -> None:
    with pytest.raises(ValueError, match="parts"):
        Input(prompt="x", parts=parts)


def test_pydantic_dumps_only_inputs_that_were_given() -> None:
    inputs = Input(prompt="x", part=Part())
    assert inputs.model_dump() == {"prompt": "x", "part": {}}
    assert json.loads(inputs.model_dump_json()) == {"prompt": "x", "part": {}}
    assert inputs.model_dump(mode="json", exclude_unset=False) == inputs.model_dump()
    assert TypeAdapter(list[Input]).dump_python([inputs]) == [inputs.model_dump()]
    assert "NOT_GIVEN" not in repr(inputs)


def test_a_copy_of_not_given_is_the_same_object() -> None:
    copies = [copy.deepcopy(NOT_GIVEN), pickle.loads(pickle.dumps(NOT_GIVEN))]  # noqa: S301
    assert all(duplicate is NOT_GIVEN for duplicate in copies)
    assert not NOT_GIVEN
    assert repr(NOT_GIVEN) == "NOT_GIVEN"


def test_a_subclass_shows_its_own_fields_in_its_json_schema() -> None:
    class Mine(image_to_video.Input):
        note: str
        duration: int

    schema = Mine.model_json_schema()
    assert schema["properties"]["note"] == {"title": "Note", "type": "string"}
    assert schema["properties"]["duration"] == {"title": "Duration", "type": "integer"}
    assert schema["properties"]["cfg_scale"]["maximum"] == 1
    assert schema["required"] == ["prompt", "start_image_url", "duration", "note"]


def test_a_copy_with_other_values_is_validated() -> None:
    inputs = Input(prompt="x", part={"scale": 1.5}, tags={"a": 1})
    assert inputs.model_copy(update={"prompt": "y", "part": NOT_GIVEN}).to_payload() == {
        "prompt": "y",
        "tags": {"a": 1},
    }
    for update in ({"prompt": 5}, {"part": {"scale": "2"}}, {"unknown": 1}, {"prompt": NOT_GIVEN}):
        with pytest.raises(ValueError, match=next(iter(update))):
            inputs.model_copy(update=update)


def test_an_object_with_a_changed_list_is_validated_again() -> None:
    inputs = Input(prompt="x", parts=[])
    inputs.parts.append(5)  # type: ignore[union-attr, arg-type]
    with pytest.raises(ValueError, match="parts"):
        Outer(inner=inputs)


class Outer(InputModel):
    inner: Input


def test_an_input_given_by_both_of_its_names_is_an_error() -> None:
    assert Aliased(class_=1).to_payload() == {"class": 1}
    with pytest.raises(TypeError, match="class_ was given as 'class' as well"):
        Aliased(**{"class_": 1, "class": 2})


class Aliased(InputModel):
    class_: Annotated[int, Field(alias="class")]


def test_not_given_under_one_name_does_not_hide_the_other() -> None:
    class Named(InputModel):
        steps: Annotated[int | NotGiven, Field(alias="33 steps")] = NOT_GIVEN

    cases: list[dict[str, Any]] = [{"steps": 5, "33 steps": NOT_GIVEN}]
    cases += [{"steps": NOT_GIVEN, "33 steps": 5}]
    for keywords in cases * 2:
        assert Named(**keywords).to_payload() == {"33 steps": 5}


def test_a_dump_keeps_every_digit_of_a_number() -> None:
    part = Part(scale=10**30 + 1)
    assert part.model_dump() == {"scale": 10**30 + 1}
    assert part.model_dump_json() == '{"scale":1000000000000000000000000000001}'
