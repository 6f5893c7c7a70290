"""An `Output` accepts anything that a server may add, but no wrong type in a known field."""

from __future__ import annotations

import json
from typing import Any

import pytest

from runcomfy_codegen.planning.folder_plan import plan_folder
from runcomfy_codegen.rendering.package import render_modules
from runcomfy_models import ResponseError
from runcomfy_models._runtime.http.answers import Answer
from runcomfy_models._runtime.http.calls import Call
from runcomfy_models._runtime.jobs.job_answers import result_fields
from tests.fidelity.building import execute_module
from tests.fidelity.hostile import foreign_nodes

CALL = Call("GET", "/", "acme/m", "r-1")
SCHEMA = {
    "type": "object",
    "required": ["video"],
    "additionalProperties": False,
    "minProperties": 1,
    "properties": {
        "video": {"type": "string", "pattern": "^https:", "maxLength": 20},
        "images": {"type": "array", "items": {"type": "string"}, "maxItems": 1},
        "seed": {"type": "integer", "maximum": 9},
        "score": {"type": "number"},
        "safe": {"type": "boolean"},
        "kind": {"type": "string", "enum": ["a"]},
        "grade": {"enum": ["a", None]},
        "level": {"type": "number", "enum": [1, 2]},
        "mode": {"const": 1},
        "frames": {"type": "array", "items": {"type": "string", "nullable": True}},
        "scores": {"type": "object", "additionalProperties": {"$ref": "#/$defs/score"}},
        "rate": {"type": "integer", "enum": ["16", "24"]},
        "sizes": {
            "type": "object",
            "patternProperties": {"^n": {"type": "integer"}},
            "additionalProperties": {"type": "string"},
        },
        "pair": {"type": "array", "prefixItems": [{"type": "string"}], "items": False},
        "size": {"$ref": "#/$defs/size"},
        "either": {"oneOf": [{"type": "string"}, {"$ref": "#/$defs/size"}]},
        "both": {"allOf": [{"$ref": "#/$defs/size"}, {"properties": {"depth": {}}}]},
    },
    "$defs": {
        "score": {"type": "number", "nullable": True},
        "size": {
            "type": "object",
            "properties": {"w": {"type": "integer"}, "of": {"$ref": "#/$defs/size"}},
            "required": ["w"],
        },
    },
}


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Build the `Output` of a model with `SCHEMA`."""
    top = tmp_path_factory.mktemp("outputs")
    folder = top / "schemas/acme/m"
    folder.mkdir(parents=True)
    (folder / "input.json").write_text('{"type": "object"}')
    (folder / "output.json").write_text(json.dumps({"output": SCHEMA}))
    plan = plan_folder(top / "schemas")
    text = render_modules(plan.models)["runcomfy_models.acme.m"]
    assert foreign_nodes(text) == []
    return execute_module("runcomfy_models.acme.m", text).Output


def read(output: Any, value: Any) -> Any:
    """Return the output that a client reads from an answer with `value`."""
    text = json.dumps({"status": "completed", "output": value})
    return result_fields(Answer(200, text), CALL, "completed", output)["output"]


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"video": None, "images": None, "size": None},
        {"video": "http://a b/ü?x=1", "images": ["a", "b", "c"], "seed": 99, "kind": "new"},
        {"seed": 5.0, "score": 1, "safe": False},
        {"grade": "b", "pair": ["a", 5]},
        {"level": 1.5, "mode": 2},
        {"frames": ["a", None], "scores": {"a": None, "b": 1.5}},
        {"rate": "48", "sizes": {"n": 1, "text": "a"}},
        {"either": {"w": 1, "more": [{}]}, "both": {"depth": "x"}, "size": {}},
        {"unknown": {"deep": [1, None]}, "model_config": 1, "33": 2, "class": 3},
        {"size": {"of": {"of": {"w": 2, "x": "kept"}}}},
    ],
)
def test_anything_that_a_server_may_add_is_accepted_and_kept(value: Any, output: Any) -> None:
    """Missing fields, null, unknown fields, values beyond limits, unknown values of an enum."""
    dumped = read(output, value).model_dump(by_alias=True, exclude_unset=True)
    assert dumped == value


@pytest.mark.parametrize(
    ("value", "place"),
    [
        ({"video": 5}, "video"),
        ({"video": ["u"]}, "video"),
        ({"images": "u"}, "images"),
        ({"grade": 5}, "grade"),
        ({"level": "1"}, "level"),
        ({"mode": 1.5}, "mode"),
        ({"rate": 16}, "rate"),
        ({"images": ["a", 5]}, "images[1]"),
        ({"seed": "5"}, "seed"),
        ({"seed": 5.5}, "seed"),
        ({"seed": True}, "seed"),
        ({"score": "0.5"}, "score"),
        ({"safe": 1}, "safe"),
        ({"safe": "true"}, "safe"),
        ({"size": "1x2"}, "size"),
        ({"frames": [5]}, "frames[0]"),
        ({"scores": {"a": "1"}}, "scores.a"),
        ({"size": {"of": {"of": {"w": "2"}}}}, "size.of.of.w"),
        ({"either": {"w": "2"}}, "either.w"),
        ({"both": {"w": "2"}}, "both.w"),
    ],
)
def test_a_wrong_type_in_a_known_field_is_an_error_with_the_answer(
    value: Any, place: str, output: Any
) -> None:
    with pytest.raises(ResponseError, match="does not have the documented form") as caught:
        read(output, value)
    assert f"{place}: Input should be" in str(caught.value)
    assert json.loads(caught.value.body)["output"] == value


def test_a_known_field_has_the_type_of_the_docs(output: Any) -> None:
    size = read(output, {"size": {"w": 2.0}, "either": "x"}).size
    assert (type(size).__name__, size.w, type(size.w)) == ("Size", 2, int)
