"""Keywords (Python names) and `model_validate` (wire names) build equal inputs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from pydantic import Field, ValidationError

from runcomfy_models._runtime.media.types import ImageInput, MediaRules
from runcomfy_models._runtime.models.checks.check import Check
from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.not_given import NOT_GIVEN, NotGiven


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
    either: int | str | NotGiven | None = NOT_GIVEN
    lora: Lora | str | list[Lora] | NotGiven = NOT_GIVEN
    grade: Literal[1, "a"] | NotGiven = NOT_GIVEN
    anything: Any | NotGiven = NOT_GIVEN
    named: dict[str, float] | NotGiven = NOT_GIVEN
    small: Annotated[ImageInput, MediaRules(("file_size_mb<", 1e-7, ""))] | NotGiven = NOT_GIVEN
    distinct: Annotated[list[Any], Check({"uniqueItems": True})] | NotGiven = NOT_GIVEN


class Checked(Input, check=Check({"maxProperties": 2})):
    """Inputs with a check of the whole object, and with a name that differs on the wire."""

    other: Annotated[int | NotGiven, Field(alias="33_other")] = NOT_GIVEN


NUMBERS: list[Any] = [0, 1, 50, 51, -1, 0.0, 0.5, 1.0, 5.0, -0.0, 1e300, 2**53 + 1, 2**53 + 2]
NUMBERS += [2**80, float(2**53), float("nan"), float("inf"), True, "1"]
TEXTS: list[Any] = ["", "abc", "abcd", "vivid", "https://x/y.png", "http:", "\ud800", b"x"]
TEXTS += ["data:image/png;base64,AA==", "data:video/mp4;base64,AA=="]
OTHERS: list[Any] = [None, [], (), {}, ["a", "b"], ("a",), ["a", "b", "c"], [1, 2.0], [1.5], {"a"}]
OTHERS += [[{"path": "p", "scale": 1}], [{"path": "p", "scale": 2.0}], [Lora(path="p")], [{}]]
OTHERS += [{"a": 1}, {"a": 1.5, "b": 2}, {"a": "x"}, {1: 2}, {"path": "p"}, Lora(path="p")]
OTHERS += [{"path": "p", "scale": 2}, [1, 1.0], [[1], [1]], [{"a": 1}, {"a": 1.0}], Path("p.png")]
VALUES = [*NUMBERS, *TEXTS, *OTHERS]


def outcome(validate: Any) -> Any:
    """Return the exact payload and the inputs, or all errors."""
    try:
        built = validate()
    except ValidationError as error:
        return [(detail["loc"], detail["type"], detail["msg"]) for detail in error.errors()]
    return repr(built.to_payload()), built.model_fields_set, built


@pytest.mark.parametrize("model", [Input, Checked])
@pytest.mark.parametrize("name", Input.model_fields)
def test_both_ways_have_the_same_outcome(name: str, model: type[InputModel]) -> None:
    for value in VALUES:
        inputs = {name: value}
        assert outcome(lambda inputs=inputs: model(**inputs)) == outcome(
            lambda inputs=inputs: model.model_validate(inputs)
        ), value


def test_a_check_of_the_whole_object_sees_wire_names() -> None:
    assert Checked(other=1, count=5).to_payload() == {"33_other": 1, "count": 5}
    with pytest.raises(ValidationError, match="at most 2 properties"):
        Checked(other=1, count=5, flag=True)


def test_a_default_other_than_not_given_is_sent() -> None:
    class WithDefault(Input):
        count: int | NotGiven = 7

    assert [WithDefault().to_payload() for _ in range(2)] == [{"count": 7}] * 2
    assert WithDefault(count=7).to_payload() == {"count": 7}


def test_a_keyword_is_not_read_as_a_wire_name() -> None:
    class Renamed(InputModel):
        first: Annotated[int | NotGiven, Field(alias="second")] = NOT_GIVEN
        second: Annotated[int | NotGiven, Field(alias="3rd")] = NOT_GIVEN

    assert Renamed(first=1, second=2).to_payload() == {"second": 1, "3rd": 2}
    assert Renamed(second=2).to_payload() == {"3rd": 2}
    with pytest.raises(TypeError, match="as well"):
        Renamed(second=1, **{"3rd": 2})


class Tree(InputModel):
    branches: list[Tree] | NotGiven = NOT_GIVEN


class Open(InputModel):
    """Inputs of any depth of nesting."""

    tree: Tree | NotGiven = NOT_GIVEN
    mixed: list[Any] | str | NotGiven = NOT_GIVEN


def nested(levels: int) -> Any:
    value: Any = []
    for _ in range(levels - 1):
        value = [value]
    return value


def grown(levels: int) -> Any:
    value: Any = {}
    for _ in range((levels - 1) // 2):
        value = {"branches": [value]}
    return value


@pytest.mark.parametrize("levels", [*range(46, 56), *range(96, 106), 150])
@pytest.mark.parametrize(
    ("model", "name", "make"),
    [
        (Input, "anything", nested),
        (Input, "distinct", nested),
        (Open, "mixed", nested),
        (Open, "tree", grown),
    ],
)
def test_both_ways_allow_the_same_depth(
    model: type[InputModel], name: str, make: Any, levels: int
) -> None:
    inputs = {name: make(levels)}
    by_wire_name = outcome(lambda: model.model_validate(inputs))
    assert outcome(lambda: model(**inputs)) == by_wire_name
    assert isinstance(by_wire_name, list) == (levels > 100)
