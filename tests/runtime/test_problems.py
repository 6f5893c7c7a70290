"""All problems are reported at once, each of them once, by wire name and broken limit."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from pydantic import Field, ValidationError

from runcomfy_models import Problem
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

CASES: list[tuple[str, Any, list[tuple[str, str]]]] = [
    ("items_or_text", [{"a": 5}], [("[0].a", LE_3), ("[0].b", MISSING)]),
    (
        "items_or_text",
        5,
        [("", "Input should be a valid list, got 5 (int)"), ("", f"{TEXT}, got 5 (int)")],
    ),
    ("either", [{"c": 4}], [("[0].c", f"{TEXT}, got 4 (int)")]),
    ("either", [{"a": 4}], [("[0].a", LE_3), ("[0].b", MISSING)]),
    ("images", ["data:video/mp4,"], [("[0]", "should be image, not video/mp4")]),
    ("images", Path("/nope.png"), [("", "cannot be read: No such file or directory")]),
    ("item", {"a": 7, "b": "x"}, [(".a", LE_3)]),
    ("number_or_text", 9, [("", LE_3)]),
    ("number_or_text", "abc", [("", "String should have at most 2 characters")]),
    ("nested", [[{"a": 9, "b": ""}], {"a": 1}], [("[0][0].a", LE_3), ("[1].b", MISSING)]),
    ("few", [{"a": 9, "b": ""}, {"a": 1}], [("", AT_MOST_1), ("[0].a", LE_3), ("[1].b", MISSING)]),
    ("many", (5,), [("", AT_LEAST_2), ("[0]", f"{TEXT}, got 5 (int)")]),
    ("many", "ab", [("", "Input should be a valid list, got 'ab' (str)")]),
    ("shape", {"kind": "circle", "radius": 9}, [(".radius", LE_3)]),
    ("shape", {"kind": "square"}, [(".side", MISSING)]),
    ("auto", 0, [("", "Input should be greater than or equal to 1")]),
    (
        "auto",
        "x",
        [
            ("", "Input should be 'auto', got 'x' (str)"),
            ("", "Input should be a valid integer, got 'x' (str)"),
        ],
    ),
]


@pytest.mark.parametrize(("name", "value", "expected"), CASES)
def test_problems_name_the_path_and_the_limit(
    name: str, value: Any, expected: list[tuple[str, str]]
) -> None:
    with pytest.raises(ValidationError) as caught:
        Input.model_validate({name: value})
    problems = [(problem.path, problem.message) for problem in problems_of(caught.value)]
    assert problems == [(name + path, message) for path, message in expected]


@pytest.mark.parametrize(
    ("name", "value"),
    [("few", []), ("few", None), ("many", ("a", "b")), ("items_or_text", "x"), ("auto", 1)],
)
def test_a_value_that_fits_a_member_of_a_union_is_accepted(name: str, value: Any) -> None:
    payload = Input.model_validate({name: value}).to_payload()
    assert payload == {name: list(value) if isinstance(value, tuple) else value}


class Nested(InputModel):
    width: Annotated[Annotated[int, Field(ge=1)] | NotGiven, Field(alias="1_width")] = NOT_GIVEN


class Answers(InputModel):
    count: int
    seed: int | NotGiven = NOT_GIVEN
    inner: Nested | list[Nested] | NotGiven = NOT_GIVEN
    large: Annotated[int, Field(ge=0, le=18446744073709551615)] | NotGiven = NOT_GIVEN
    huge: Annotated[float, Field(gt=-1e300)] | NotGiven = NOT_GIVEN
    image: ImageInput | NotGiven = NOT_GIVEN


def problems_in(value: dict[str, Any]) -> dict[str, Problem]:
    with pytest.raises(ValidationError) as caught:
        Answers.model_validate({"count": 1, **value})
    problems = problems_of(caught.value, Answers, lambda text: text.replace("s3cret", "*"))
    return {problem.path: problem for problem in problems}


@pytest.mark.parametrize(
    ("inputs", "path", "message"),
    [
        ({"seed": None}, "seed", "Input should be a valid integer, not None: leave it out"),
        ({"count": None}, "count", "Input should be a valid integer, not None"),
        ({"inner": {"1_width": None}}, "inner.1_width", "…, not None: leave it out"),
        ({"inner": [{"1_width": None}]}, "inner[0].1_width", "…, not None: leave it out"),
        ({"inner": [None]}, "inner[0]", "…, not None"),
        ({"image": None}, "image", "Input should be a valid string, not None: leave it out"),
        ({"seed": "5"}, "seed", "Input should be a valid integer, got '5' (str)"),
        ({"seed": 1.5}, "seed", "Input should be a valid integer, got 1.5 (float)"),
        ({"seed": "s3cret"}, "seed", "Input should be a valid integer, got '*' (str)"),
        ({"image": b"x"}, "image", 'is bytes: give Media(data, "image/png")'),
        ({"image": bytearray(b"x")}, "image", 'is bytes: give Media(data, "image/png")'),
        (
            {"large": 2**64},
            "large",
            "Input should be less than or equal to 18446744073709551615",
        ),
        ({"large": -1}, "large", "Input should be greater than or equal to 0"),
        ({"huge": -1e301}, "huge", "Input should be greater than -1e+300"),
        (
            {"timeout": 5},
            "timeout",
            "Extra inputs are not permitted; did you mean the client's option wait_timeout "
            "(for a job) or call_timeout (for one HTTP call)?",
        ),
        (
            {"wait_timeout": 5},
            "wait_timeout",
            "Extra inputs are not permitted; it is an option of the client: Client(wait_timeout=…)",
        ),
        ({"sed": 5}, "sed", "Extra inputs are not permitted; did you mean seed?"),
        ({"qqq": 5}, "qqq", "Extra inputs are not permitted"),
    ],
)
def test_a_message_says_what_to_do(inputs: dict[str, Any], path: str, message: str) -> None:
    actual = problems_in(inputs)[path].message
    assert actual.endswith(message.removeprefix("…"))
    if not message.startswith("…"):
        assert actual == message


def test_a_problem_has_its_code_and_its_value_without_secrets() -> None:
    problems = problems_in({"seed": "s3cret" * 50, "image": Path("/none.png"), "large": -1})
    assert (problems["seed"].code, problems["large"].code) == ("int_type", "greater_than_equal")
    assert problems["image"].code == "media"
    assert problems["seed"].value is not None
    assert len(problems["seed"].value) < 100
    assert "s3cret" not in problems["seed"].value
    assert problems["large"].value == "-1"
    assert problems_in({"count": {}})["count"].value == "{}"


def test_a_problem_is_made_of_a_path_and_a_message() -> None:
    problem = Problem("a", "b")
    assert (problem.code, problem.value) == ("", None)
    detailed = Problem("a", "b", "int_type", "'5'")
    assert problem == detailed
    restored = pickle.loads(pickle.dumps(detailed))  # noqa: S301
    assert (restored.code, restored.value) == ("int_type", "'5'")
    with pytest.raises(FrozenInstanceError):
        problem.path = "c"  # type: ignore[misc]
