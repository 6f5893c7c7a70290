"""`Input` and `Output` as values: pickled, copied, compared, hashed."""

from __future__ import annotations

import copy
import pickle
import sys
from types import ModuleType
from typing import Annotated, Any

import pytest
from pydantic import ConfigDict, Field, ValidationError

from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.not_given import NOT_GIVEN, NotGiven
from runcomfy_models._runtime.models.outputs import OutputModel


class Part(InputModel):
    scale: float | NotGiven = NOT_GIVEN


class Input(InputModel):
    prompt: str
    steps: Annotated[int | NotGiven, Field(alias="33 steps")] = NOT_GIVEN
    parts: list[Part] | NotGiven = NOT_GIVEN
    tags: dict[str, int] | NotGiven = NOT_GIVEN
    any: Any | NotGiven = NOT_GIVEN


class Open(InputModel):
    model_config = ConfigDict(extra="allow")


class Output(OutputModel):
    video: str | None = None
    own: Annotated[list[str] | None, Field(alias="33 own")] = None


VALUES: list[InputModel | OutputModel] = [
    Input(prompt="x"),
    Input(prompt="x", steps=5, parts=[Part(scale=1)], tags={"a": 1}, any=[{"b": None}, 1.5]),
    Open(more=[1, {"a": 2}]),
    Output(),
    Output.model_validate({"video": "u", "33 own": ["a"], "further": {"deep": [1]}}),
]


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize(
    "make_copy",
    [lambda value: pickle.loads(pickle.dumps(value)), copy.copy, copy.deepcopy],  # noqa: S301
    ids=["pickle", "copy", "deepcopy"],
)
def test_a_copy_is_equal_and_has_the_same_hash(make_copy: Any, value: Any) -> None:
    duplicate = make_copy(value)
    assert duplicate == value
    assert hash(duplicate) == hash(value)
    assert duplicate.model_fields_set == value.model_fields_set
    assert repr(duplicate) == repr(value)
    assert {value: 1}[duplicate] == 1


def test_a_deep_copy_has_lists_of_its_own() -> None:
    original = Input(prompt="x", parts=[Part()])
    duplicate = copy.deepcopy(original)
    original.parts.append(Part())  # type: ignore[union-attr]
    assert len(duplicate.parts) == 1  # type: ignore[arg-type]
    assert original != duplicate


@pytest.mark.parametrize(
    ("left", "right", "equal"),
    [
        ({"steps": 5}, {"steps": 5.0}, True),
        ({"any": 1}, {"any": 1.0}, True),
        ({"any": 1}, {"any": True}, False),
        ({"any": [0]}, {"any": [False]}, False),
        ({"any": {"a": 1, "b": 2}}, {"any": {"b": 2, "a": 1}}, True),
        ({"parts": [{"scale": 1}]}, {"parts": [Part(scale=1.0)]}, True),
        ({"parts": []}, {}, False),
    ],
)
def test_inputs_are_equal_if_they_are_equal_as_json(left: Any, right: Any, equal: bool) -> None:
    first, second = Input(prompt="x", **left), Input(prompt="x", **right)
    assert (first == second) is equal
    assert len({first, second}) == 2 - equal


def test_values_of_different_classes_are_never_equal() -> None:
    assert Part() != Open()
    assert Part() != {}
    assert Output(video="u") != {"video": "u"}


def version(body: str) -> ModuleType:
    """Return a generated module that has the classes of `body`."""
    source = (
        "from typing import Any\nfrom runcomfy_models._runtime.models.inputs import InputModel\n"
        "from runcomfy_models._runtime.models.outputs import OutputModel\n"
        "from runcomfy_models import NOT_GIVEN, NotGiven\n" + body
    )
    module = ModuleType("acme_versions")
    sys.modules["acme_versions"] = module
    exec(compile(source, "acme_versions", "exec"), vars(module))  # noqa: S102
    return module


OLD = """
class Item(InputModel):
    a: int
class Input(InputModel):
    prompt: str
    gone: int | NotGiven = NOT_GIVEN
    items: list[Item] | NotGiven = NOT_GIVEN
class Output(OutputModel):
    video: str | None = None
"""
NEW = """
class RenamedItem(InputModel):
    a: int
    b: int | NotGiven = NOT_GIVEN
class Input(InputModel):
    prompt: str
    items: list[RenamedItem] | NotGiven = NOT_GIVEN
    added: int | NotGiven = NOT_GIVEN
class Output(OutputModel):
    video: list[str] | None = None
    audio: str | None = None
"""


def test_a_pickle_is_read_by_another_version_of_the_module() -> None:
    old = version(OLD)
    pickled = pickle.dumps(
        [old.Input(prompt="x", items=[{"a": 1}]), old.Output(video="u"), old.Output(more=1)]
    )
    new = version(NEW)
    inputs, output, open_output = pickle.loads(pickled)  # noqa: S301
    assert inputs == new.Input(prompt="x", items=[{"a": 1}])
    assert inputs.added is NOT_GIVEN
    assert (output.video, output.audio) == ("u", None)
    assert open_output == new.Output(more=1)


def test_a_pickled_input_that_no_longer_fits_is_refused_by_name() -> None:
    pickled = pickle.dumps(version(OLD).Input(prompt="x", gone=5))
    version(NEW)
    with pytest.raises(ValidationError, match="gone\n  Extra inputs are not permitted"):
        pickle.loads(pickled)  # noqa: S301
