"""`Input.from_strings`: texts are read by the types of the schema, and wrong ones reported."""

from __future__ import annotations

import csv
import io
from typing import Annotated, Any, Literal

import pytest
from pydantic import ConfigDict, Field, ValidationError

from runcomfy_models._runtime.media.types import ImageInput
from runcomfy_models._runtime.models import checks
from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.not_given import NOT_GIVEN, NotGiven
from runcomfy_models._runtime.models.problems import problems_of


class Part(InputModel):
    scale: float | NotGiven = NOT_GIVEN


class Input(InputModel):
    text: str | NotGiven = NOT_GIVEN
    whole: Annotated[int, Field(ge=3, le=15)] | NotGiven = NOT_GIVEN
    number: float | NotGiven = NOT_GIVEN
    flag: bool | NotGiven = NOT_GIVEN
    image: ImageInput | NotGiven = NOT_GIVEN
    words: list[str] | NotGiven = NOT_GIVEN
    parts: list[Later] | NotGiven = NOT_GIVEN
    part: Part | NotGiven = NOT_GIVEN
    tags: dict[str, int] | NotGiven = NOT_GIVEN
    size: Literal[512, 1024] | NotGiven = NOT_GIVEN
    ratio: Literal["16:9", "1"] | NotGiven = NOT_GIVEN
    half: Annotated[float, checks.one_of(0.5, 1.5)] | NotGiven = NOT_GIVEN
    seed: Literal["random"] | int | NotGiven = NOT_GIVEN
    maybe: int | NotGiven | None = NOT_GIVEN
    note: str | NotGiven | None = NOT_GIVEN
    any: Any | NotGiven = NOT_GIVEN
    field_33: Annotated[int | NotGiven, Field(alias="33 steps")] = NOT_GIVEN


class Later(InputModel):
    at: int


class Open(InputModel):
    model_config = ConfigDict(extra="allow")
    text: str | NotGiven = NOT_GIVEN


READABLE = [
    ("text", "5", "5"),
    ("text", " null ", " null "),
    ("text", "true", "true"),
    ("whole", "5", 5),
    ("whole", " 5 ", 5),
    ("whole", "+5", 5),
    ("whole", "5.0", 5),
    ("number", "5", 5),
    ("number", ".5", 0.5),
    ("number", "-1.5E-3", -0.0015),
    ("number", "1" + "0" * 400, 10**400),
    ("flag", "true", True),
    ("flag", "FALSE", False),
    ("image", "https://example.com/a.png", "https://example.com/a.png"),
    ("words", '["a", "5"]', ["a", "5"]),
    ("parts", '[{"at": 5}]', [{"at": 5}]),
    ("part", '{"scale": 0.5}', {"scale": 0.5}),
    ("tags", '{"a": 1}', {"a": 1}),
    ("size", "512", 512),
    ("ratio", "1", "1"),
    ("half", "1.5", 1.5),
    ("seed", "5", 5),
    ("seed", "random", "random"),
    ("maybe", "null", None),
    ("note", "null", "null"),
    ("any", "5", 5),
    ("any", "hello", "hello"),
    ("any", '{"a": [true]}', {"a": [True]}),
    ("33 steps", "5", 5),
]


@pytest.mark.parametrize(("name", "text", "value"), READABLE)
def test_a_text_is_read_by_the_type_of_its_input(name: str, text: str, value: Any) -> None:
    parsed = Input.from_strings({name: text})
    assert parsed == Input.model_validate({name: value})
    assert type(parsed.to_payload()[name]) is type(value)


REFUSED = [
    ("whole", "five", "Input should be a valid integer, got 'five' (str)"),
    ("whole", "5,0", "Input should be a valid integer, got '5,0' (str)"),
    ("whole", "5.5", "Input should be a valid integer, got 5.5 (float)"),
    ("whole", "99", "Input should be less than or equal to 15"),
    ("whole", "1_0", "Input should be a valid integer, got '1_0' (str)"),
    ("number", "nan", "Input should be a valid number, got 'nan' (str)"),
    ("number", "1e400", "Input should be a valid number, got '1e400' (str)"),
    ("flag", "maybe", "Input should be a valid boolean, got 'maybe' (str)"),
    ("flag", "1", "Input should be a valid boolean, got '1' (str)"),
    ("words", "a, b", "Input should be JSON: Expecting value: line 1 column 1 (char 0)"),
    ("words", "5", "Input should be a valid list, got '5' (str)"),
    ("parts", "[{'at': 5}]", "Input should be JSON: Expecting property name enclosed in"),
    ("part", '["a"]', "Input should be a valid dictionary or instance of Part, got"),
    ("part", "[" * 100_000, "Input should be JSON: "),
    ("parts", '[{"at": "5"}]', "Input should be a valid integer, got '5' (str)"),
    ("size", "513", "Input should be 512 or 1024, got 513 (int)"),
    ("33 steps", "x", "Input should be a valid integer, got 'x' (str)"),
    ("unknown", "5", "Extra inputs are not permitted"),
]


@pytest.mark.parametrize(("name", "text", "message"), REFUSED)
def test_a_text_that_does_not_fit_is_refused_by_name(name: str, text: str, message: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Input.from_strings({name: text})
    (problem,) = problems_of(caught.value, Input)
    assert problem.path.startswith(name) or problem.path == '["33 steps"]'
    assert problem.message.startswith(message)


def test_all_wrong_texts_are_reported_at_once() -> None:
    with pytest.raises(ValidationError) as caught:
        Input.from_strings({"whole": "x", "words": "[", "flag": "?", "typo": "1", "text": "ok"})
    paths = [problem.path for problem in problems_of(caught.value)]
    assert sorted(paths) == ["flag", "typo", "whole", "words"]


@pytest.mark.parametrize("blank", ["", " ", "\t\n", None])
def test_a_blank_text_is_left_out(blank: str | None) -> None:
    parsed = Input.from_strings({"text": blank, "whole": blank, "parts": blank, "unknown": blank})
    assert parsed.to_payload() == {}


def test_inputs_may_have_their_python_names() -> None:
    assert Input.from_strings({"field_33": "5"}).to_payload() == {"33 steps": 5}
    assert Input.from_strings({"field_33": "5", "33 steps": ""}).to_payload() == {"33 steps": 5}
    with pytest.raises(TypeError, match="field_33 was given as '33 steps' as well"):
        Input.from_strings({"field_33": "5", "33 steps": "5"})


def test_a_property_unknown_to_the_schema_is_read_as_json_or_text() -> None:
    parsed = Open.from_strings({"text": "5", "more": "5", "words": "a b"})
    assert parsed.to_payload() == {"text": "5", "more": 5, "words": "a b"}


def test_a_row_of_a_csv_file_is_read() -> None:
    file = io.StringIO('text,whole,flag,parts\n"a, b",5,,"[{""at"": 1}]"\nshort\n')
    rows = [Input.from_strings(row).to_payload() for row in csv.DictReader(file)]
    assert rows == [{"text": "a, b", "whole": 5, "parts": [{"at": 1}]}, {"text": "short"}]
