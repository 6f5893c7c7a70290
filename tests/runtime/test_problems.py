"""All problems at once and each one once: wire name, broken limit, nothing irrelevant."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from pydantic import Field, ValidationError

from runcomfy_models._runtime.media.types import ImageInput
from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.not_given import NOT_GIVEN, NotGiven
from runcomfy_models._runtime.models.problems import problems_of


class Item(InputModel):
    a: Annotated[int, Field(le=3)]
    b: str


class Other(InputModel):
    c: str


class Circle(InputModel):
    kind: Literal["circle"]
    radius: Annotated[int, Field(le=3)]


class Square(InputModel):
    kind: Literal["square"]
    side: int


class Input(InputModel):
    items_or_text: list[Item] | str | NotGiven = NOT_GIVEN
    either: list[Item] | list[Other] | NotGiven = NOT_GIVEN
    images: list[ImageInput] | ImageInput | NotGiven = NOT_GIVEN
    item: Item | Other | NotGiven | None = NOT_GIVEN
    number_or_text: Annotated[int, Field(le=3)] | Annotated[str, Field(max_length=2)] | NotGiven = (
        NOT_GIVEN
    )
    nested: list[list[Item] | Item] | NotGiven = NOT_GIVEN
    few: Annotated[list[Item], Field(max_length=1)] | NotGiven | None = NOT_GIVEN
    many: Annotated[list[str], Field(min_length=2)] | NotGiven = NOT_GIVEN
    shape: Circle | Square | NotGiven = NOT_GIVEN
    auto: Literal["auto"] | Annotated[int, Field(ge=1)] | NotGiven = NOT_GIVEN


LE_3 = "Input should be less than or equal to 3"
MISSING = "Field required"
TEXT = "Input should be a valid string"
AT_MOST_1 = "List should have at most 1 item after validation, not 2"
AT_LEAST_2 = "List should have at least 2 items after validation, not 1"

FOUND: list[tuple[str, Any, list[tuple[str, str]]]] = [
    ("items_or_text", [{"a": 5}], [("[0].a", LE_3), ("[0].b", MISSING)]),
    ("items_or_text", 5, [("", "Input should be a valid list"), ("", TEXT)]),
    ("either", [{"c": 4}], [("[0].c", TEXT)]),
    ("either", [{"a": 4}], [("[0].a", LE_3), ("[0].b", MISSING)]),
    ("images", ["data:video/mp4,"], [("[0]", "should be image, not video/mp4")]),
    ("images", Path("/nope.png"), [("", "cannot be read: No such file or directory")]),
    ("item", {"a": 7, "b": "x"}, [(".a", LE_3)]),
    ("number_or_text", 9, [("", LE_3)]),
    ("number_or_text", "abc", [("", "String should have at most 2 characters")]),
    ("nested", [[{"a": 9, "b": ""}], {"a": 1}], [("[0][0].a", LE_3), ("[1].b", MISSING)]),
    ("few", [{"a": 9, "b": ""}, {"a": 1}], [("", AT_MOST_1), ("[0].a", LE_3), ("[1].b", MISSING)]),
    ("many", (5,), [("", AT_LEAST_2), ("[0]", TEXT)]),
    ("many", "ab", [("", "Input should be a valid list")]),
    ("shape", {"kind": "circle", "radius": 9}, [(".radius", LE_3)]),
    ("shape", {"kind": "square"}, [(".side", MISSING)]),
    ("auto", 0, [("", "Input should be greater than or equal to 1")]),
    ("auto", "x", [("", "Input should be 'auto'"), ("", "Input should be a valid integer")]),
]


@pytest.mark.parametrize(("name", "value", "expected"), FOUND)
def test_problems_name_the_place_and_the_limit(
    name: str, value: Any, expected: list[tuple[str, str]]
) -> None:
    with pytest.raises(ValidationError) as caught:
        Input.model_validate({name: value})
    found = [(problem.path, problem.message) for problem in problems_of(caught.value)]
    assert found == [(name + path, message) for path, message in expected]


@pytest.mark.parametrize(
    ("name", "value"),
    [("few", []), ("few", None), ("many", ("a", "b")), ("items_or_text", "x"), ("auto", 1)],
)
def test_a_value_that_fits_a_member_of_a_union_is_accepted(name: str, value: Any) -> None:
    payload = Input.model_validate({name: value}).to_payload()
    assert payload == {name: list(value) if isinstance(value, tuple) else value}
