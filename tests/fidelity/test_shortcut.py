"""Usual values take a shorter way than others: it leads to the same place."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import pytest
from pydantic import Field, ValidationError

from runcomfy_models._runtime.inputs import InputModel
from runcomfy_models._runtime.media.inputs import ImageInput
from runcomfy_models._runtime.not_given import NOT_GIVEN, NotGiven


class Lora(InputModel):
    path: str
    scale: Annotated[float, Field(ge=0, le=1)] | NotGiven = NOT_GIVEN


class Input(InputModel):
    text: Annotated[str, Field(max_length=3)] | NotGiven | None = NOT_GIVEN
    image: ImageInput | NotGiven = NOT_GIVEN
    count: Annotated[int, Field(ge=1, le=50)] | NotGiven = NOT_GIVEN
    any_count: int | NotGiven = NOT_GIVEN
    scale: Annotated[float, Field(gt=0, le=1)] | NotGiven = NOT_GIVEN
    half: Annotated[float, Field(ge=0.5)] | NotGiven = NOT_GIVEN
    beyond: Annotated[float, Field(le=2**53 + 1)] | NotGiven = NOT_GIVEN
    flag: bool | NotGiven = NOT_GIVEN
    style: Literal["natural", "vivid"] | NotGiven = NOT_GIVEN
    tags: Annotated[list[str], Field(max_length=2)] | NotGiven = NOT_GIVEN
    sizes: list[int] | NotGiven = NOT_GIVEN
    loras: list[Lora] | NotGiven = NOT_GIVEN


NUMBERS: list[Any] = [0, 1, 50, 51, -1, 0.0, 0.5, 1.0, 5.0, -0.0, 1e300, 2**53 + 1, 2**53 + 2]
NUMBERS += [2**80, float(2**53), float("nan"), float("inf"), True, "1"]
TEXTS: list[Any] = ["", "abc", "abcd", "vivid", "https://x/y.png", "http:", "\ud800", b"x"]
TEXTS += ["data:image/png;base64,AA==", "data:video/mp4;base64,AA=="]
OTHERS: list[Any] = [None, [], (), {}, ["a", "b"], ("a",), ["a", "b", "c"], [1, 2.0], [1.5], {"a"}]
OTHERS += [[{"path": "p", "scale": 1}], [{"path": "p", "scale": 2.0}], [Lora(path="p")], [{}]]
VALUES = [*NUMBERS, *TEXTS, *OTHERS]


def outcome(validate: Any) -> Any:
    """What is to be sent, to the last digit, or every error."""
    try:
        built = validate()
    except ValidationError as error:
        return [(one["loc"], one["type"], one["msg"]) for one in error.errors()]
    return repr(built.to_payload()), built.model_fields_set, built


@pytest.mark.parametrize("name", Input.model_fields)
def test_both_ways_lead_to_the_same_place(name: str) -> None:
    Input()
    assert Input._usual() is not None
    for value in VALUES:
        given = {name: value}
        assert outcome(lambda given=given: Input(**given)) == outcome(
            lambda given=given: Input.model_validate(given)
        ), value


def test_usual_values_take_the_shorter_way() -> None:
    Input()
    usual = Input._usual()
    assert usual is not None
    given = {"text": "abc", "image": "https://x/y.png", "count": 5, "scale": 0.5, "flag": True}
    more = {"style": "vivid", "tags": ["a"], "sizes": [1], "loras": [{"path": "p", "scale": 1}]}
    assert usual.validate_python({**given, **more}) == Input(**given, **more)


def test_a_subclass_has_a_way_of_its_own() -> None:
    class Narrower(Input):
        count: Annotated[int, Field(le=2)] | NotGiven = NOT_GIVEN

    Input()
    Narrower()
    assert Input(count=5).count == 5
    with pytest.raises(ValidationError):
        Narrower(count=5)
