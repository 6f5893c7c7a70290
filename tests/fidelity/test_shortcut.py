"""Usual values take a shorter way than others: it leads to the same place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from pydantic import Field, ValidationError
from pydantic_core import SchemaValidator

from runcomfy_models._runtime.checks.check import Check
from runcomfy_models._runtime.inputs import InputModel
from runcomfy_models._runtime.media.inputs import ImageInput, MediaRules
from runcomfy_models._runtime.not_given import NOT_GIVEN, NotGiven
from runcomfy_models._runtime.payload import as_json


class Lora(InputModel):
    path: str
    scale: Annotated[float, Field(ge=0, le=1)] | NotGiven = NOT_GIVEN


class Wider(Lora):
    more: int | NotGiven = NOT_GIVEN


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
    """An object that has to fit a schema as a whole, and whose names differ on the wire."""

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


def usual(model: type[InputModel]) -> SchemaValidator:
    """What validates usual values of `model`: it is there behind a second value."""
    model(), model()
    assert model._usual is not None
    return model._usual


def outcome(validate: Any) -> Any:
    """What is to be sent, to the last digit, or every error."""
    try:
        built = validate()
    except ValidationError as error:
        return [(one["loc"], one["type"], one["msg"]) for one in error.errors()]
    return repr(built.to_payload()), built.model_fields_set, built


@pytest.mark.parametrize("model", [Input, Checked])
@pytest.mark.parametrize("name", Input.model_fields)
def test_both_ways_lead_to_the_same_place(name: str, model: type[InputModel]) -> None:
    assert usual(model)
    for value in VALUES:
        given = {name: value}
        assert outcome(lambda given=given: model(**given)) == outcome(
            lambda given=given: model.model_validate(given)
        ), value


def test_a_check_of_the_whole_sees_names_of_the_wire() -> None:
    assert usual(Checked)
    assert Checked(other=1, count=5).to_payload() == {"33_other": 1, "count": 5}
    with pytest.raises(ValidationError, match="at most 2 properties"):
        Checked(other=1, count=5, flag=True)


def test_usual_values_take_the_shorter_way() -> None:
    given = {"text": "abc", "image": "https://x/y.png", "count": 5, "scale": 0.5, "flag": True}
    more = {"style": "vivid", "tags": ["a"], "sizes": [1], "loras": [{"path": "p", "scale": 1}]}
    more |= {"either": "x", "lora": {"path": "p"}, "grade": 1, "anything": [{}], "named": {"a": 1}}
    assert usual(Input).validate_python({**given, **more}) == Input(**given, **more)


def test_a_subclass_has_a_way_of_its_own() -> None:
    class Narrower(Input):
        count: Annotated[int, Field(le=2)] | NotGiven = NOT_GIVEN

    assert usual(Input) is not usual(Narrower)
    assert Input(count=5).count == 5
    with pytest.raises(ValidationError):
        Narrower(count=5)


def test_both_ways_write_the_same() -> None:
    """Whatever is in a model: its lists change, and pydantic makes one without looking."""
    assert usual(Input)
    deep: list[Any] = []
    for _ in range(300):
        deep = [deep]
    odd = [*VALUES, NOT_GIVEN, Lora(path="p"), [Lora(path="p", scale=1), 5, NOT_GIVEN]]
    odd += [Wider(path="p", more=1), {"x": Wider(path="p")}, deep, Path("x"), object()]
    for value in odd:
        fields = dict.fromkeys(("any_count", "either", "lora", "anything", "named"), value)
        built = Input.model_construct(**fields, tags=["a"], loras=[Lora(path="p")])
        built.tags.append(value)  # type: ignore[union-attr]
        built.loras.append(value)  # type: ignore[union-attr]
        assert repr(built.to_payload()) == repr(as_json(built)), value


def test_a_default_of_another_kind_is_sent_though_it_was_not_given() -> None:
    class WithDefault(Input):
        count: int | NotGiven = 7

    assert [WithDefault().to_payload() for _ in range(2)] == [{"count": 7}] * 2
    assert WithDefault(count=7).to_payload() == {"count": 7}


def test_names_of_the_wire_are_no_keywords() -> None:
    class Renamed(InputModel):
        first: Annotated[int | NotGiven, Field(alias="second")] = NOT_GIVEN
        second: Annotated[int | NotGiven, Field(alias="3rd")] = NOT_GIVEN

    assert usual(Renamed)
    assert Renamed(first=1, second=2).to_payload() == {"second": 1, "3rd": 2}
    assert Renamed(second=2).to_payload() == {"3rd": 2}
    with pytest.raises(TypeError, match="as well"):
        Renamed(second=1, **{"3rd": 2})


class Tree(InputModel):
    branches: list[Tree] | NotGiven = NOT_GIVEN


class Open(InputModel):
    """What is nested without an end, where nothing narrower stands in its place."""

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
def test_both_ways_go_as_deep(model: type[InputModel], name: str, make: Any, levels: int) -> None:
    assert usual(model)
    given = {name: make(levels)}
    by_wire_name = outcome(lambda: model.model_validate(given))
    assert outcome(lambda: model(**given)) == by_wire_name
    assert isinstance(by_wire_name, list) == (levels > 100)


def test_a_model_that_holds_itself_takes_the_exact_way() -> None:
    assert Tree(), Tree()
    assert Tree._usual is None
    assert Tree.model_validate(grown(4)).to_payload() == grown(4)
