"""Exported tools: a language model's arguments become an `Input`, or an error that explains."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from runcomfy_codegen.cli import run
from runcomfy_codegen.export.command import OPTIONS
from runcomfy_codegen.export.exported_model import ExportedModel
from runcomfy_codegen.export.inexpressible import InexpressibleError
from runcomfy_codegen.export.public_schema import public_schema
from runcomfy_codegen.export.strict_schema import strict_schema
from runcomfy_codegen.export.tool_limits import exceeded_limits
from runcomfy_codegen.export.tool_names import tool_names
from runcomfy_codegen.export.tools import FORMS, as_tools
from runcomfy_codegen.json_schema.walking import every_schema
from runcomfy_models.kling.kling_3_0.standard import image_to_video
from tests.fidelity.building import Built
from tests.fidelity.drawing import values
from tests.fidelity.oracle import is_valid, normalised, same
from tests.fidelity.real import NAMES, REAL, built
from tests.fidelity.strategies import DEFINITIONS, SCHEMAS

SCHEMAS_HERE = str(Path(__file__).parents[2] / "schemas")
KLING = "kling/kling-3.0/standard/image-to-video"

SUBSET = frozenset(
    {"type", "properties", "required", "additionalProperties", "items", "enum", "anyOf"}
    | {"description", "$ref", "$defs"}
)
"""Keywords that both OpenAI's and Anthropic's strict tools take."""


def strict(schema: Any) -> Any:
    return strict_schema(public_schema(normalised(schema))).schema


def assert_is_strict(schema: Any) -> None:
    """Check what the vendors' docs ask of a strict schema."""
    assert schema["type"] == "object"
    for pointer, part in every_schema(schema):
        assert part.keys() <= SUBSET, pointer
        assert {"type", "anyOf", "$ref"} & part.keys(), pointer
        if part.get("type") == "object":
            assert part["required"] == [*part["properties"]]
            assert part["additionalProperties"] is False
        if part.get("type") == "array":
            assert "items" in part
        if "$ref" in part:
            assert part.keys() == {"$ref"}


def with_nulls(value: Any, schema: Any, root_schema: Any) -> Any:
    """Return `value` for the strict `schema`: with null in place of properties left out."""
    for candidate in [schema, *schema.get("anyOf", ())]:
        if "$ref" in candidate:
            candidate = root_schema["$defs"][candidate["$ref"].rpartition("/")[2]]
        if isinstance(value, list) and candidate.get("type") == "array":
            return [with_nulls(item, candidate["items"], root_schema) for item in value]
        if isinstance(value, dict) and candidate.get("type") == "object":
            properties = candidate["properties"]
            return {
                name: with_nulls(value.get(name), member, root_schema)
                for name, member in properties.items()
            }
    return value


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_arguments_of_a_strict_tool_are_an_input_or_explained(name: str, data: Any) -> None:
    """For every real model, a value that fits is accepted by its tool and comes back unchanged."""
    schema = REAL[NAMES[name]]
    model, form = built().modules[name].Input, strict(schema)
    body = data.draw(values(normalised(schema)))
    if is_valid(normalised(schema), body):
        filled = with_nulls(body, form, form)
        assert is_valid(form, filled)
        assert same(model.from_tool(json.dumps(filled)).to_payload(), body)
    drawn = data.draw(values(form))
    if is_valid(form, drawn):
        assert_is_accepted_or_explained(model, drawn)


def assert_is_accepted_or_explained(model: Any, arguments: Any) -> None:
    inputs, messages = None, []
    try:
        inputs = model.from_tool(arguments)
    except ValidationError as error:
        messages = [detail["msg"] for detail in error.errors()]
    assert messages or is_valid(model.model_json_schema(), inputs.to_payload())
    assert all(messages)


@pytest.mark.parametrize("model_id", REAL)
def test_every_real_schema_has_a_strict_form_that_lacks_nothing(model_id: str) -> None:
    converted = strict_schema(public_schema(normalised(REAL[model_id])))
    assert_is_strict(converted.schema)
    assert not converted.left_out


def document(member: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {"p": member, "q": {"type": "string"}},
        "additionalProperties": False,
        "$defs": DEFINITIONS,
    }


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(member=SCHEMAS)
def test_any_schema_has_a_strict_form_or_says_what_has_none(member: Any) -> None:
    converted = strict_schema(public_schema(normalised(document(member))))
    assert_is_strict(converted.schema)
    assert "p" in converted.schema["properties"] or converted.left_out


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data(), members=st.lists(SCHEMAS, min_size=4, max_size=4))
def test_arguments_for_any_schema_are_accepted_or_explained(data: Any, members: list[Any]) -> None:
    schemas = {f"m{number}": document(member) for number, member in enumerate(members)}
    build = Built(schemas)
    for name, module in build.modules.items():
        form = strict(schemas[name])
        for _ in range(3):
            assert_is_accepted_or_explained(module.Input, data.draw(values(form)))


@pytest.mark.parametrize(
    ("schema", "form"),
    [
        (
            {"type": "integer", "minimum": 3, "maximum": 15, "description": "Seconds."},
            {"type": ["integer", "null"], "description": "Seconds. (3 to 15)"},
        ),
        ({"enum": ["a", "b"]}, {"type": ["string", "null"], "enum": ["a", "b", None]}),
        ({"const": 5}, {"type": ["integer", "null"], "enum": [5, None]}),
        (
            {"type": "string", "pattern": "^a", "not": {"enum": ["ab"]}},
            {
                "type": ["string", "null"],
                "description": "matches the pattern ^a, "
                'fits the JSON Schema {"not": {"enum": ["ab"]}}',
            },
        ),
        (
            {"type": "array", "items": {"type": "string", "maxLength": 3}, "minItems": 1},
            {
                "description": "at least 1 item",
                "anyOf": [
                    {
                        "type": "array",
                        "items": {"type": "string", "description": "at most 3 characters"},
                    },
                    {"type": "null"},
                ],
            },
        ),
        (
            {"oneOf": [{"type": "string"}, {"type": "integer", "minimum": 1}]},
            {
                "anyOf": [
                    {"type": "string"},
                    {"type": "integer", "description": "at least 1"},
                    {"type": "null"},
                ]
            },
        ),
        (
            {"$ref": "#/$defs/text", "description": "A text."},
            {"description": "A text.", "anyOf": [{"$ref": "#/$defs/text"}, {"type": "null"}]},
        ),
    ],
)
def test_limits_are_put_into_words(schema: Any, form: Any) -> None:
    assert strict(document(schema))["properties"]["p"] == form


@pytest.mark.parametrize(
    "schema",
    [
        True,
        {},
        {"type": "object", "additionalProperties": True},
        {"type": "array", "prefixItems": [{"type": "string"}]},
        {"enum": [[1], {"a": 1}]},
        {"type": "object", "required": ["x"], "properties": {"x": True}},
        {"type": "object", "allOf": [{"type": "array", "items": {"type": "string"}}]},
        {"enum": ["a"], "allOf": [{"enum": ["b"]}]},
        {"type": []},
    ],
)
def test_a_property_without_a_strict_form_is_left_out_or_refused(schema: Any) -> None:
    converted = strict_schema(document(schema))
    assert [*converted.schema["properties"]] == ["q"]
    assert converted.left_out[-1].partition(":")[0].startswith("/properties/p")
    with pytest.raises(InexpressibleError, match="/properties/p"):
        strict_schema({**document(schema), "required": ["p"]})


def test_a_definition_without_a_strict_form_removes_the_definitions_that_need_it() -> None:
    definitions = {
        "any": {"type": "object", "properties": {"x": {}, "up": {"$ref": "#/$defs/holder"}}},
        "holder": {
            "type": "object",
            "properties": {"one": {"$ref": "#/$defs/any"}, "y": {}},
            "required": ["one", "y"],
        },
    }
    schema = {**document({"$ref": "#/$defs/holder"}), "$defs": definitions}
    converted = strict_schema(schema)
    assert [*converted.schema["properties"]] == ["q"]
    assert "$defs" not in converted.schema


def test_a_null_is_kept_where_it_is_a_value() -> None:
    schema = {
        "type": "object",
        "properties": {
            "must": {"type": ["string", "null"]},
            "may": {"type": ["string", "null"]},
            "inner": {"type": "array", "items": {"$ref": "#/$defs/item"}},
        },
        "required": ["must"],
        "$defs": {
            "item": {
                "type": "object",
                "properties": {"a": {"type": "integer"}, "b": {"type": "integer"}},
                "required": ["a"],
            }
        },
    }
    model = Built({"m": schema}).modules["m"].Input
    arguments = {"must": None, "may": None, "inner": [{"a": 1, "b": None}]}
    assert model.from_tool(arguments).to_payload() == {"must": None, "inner": [{"a": 1}]}
    with pytest.raises(ValidationError, match="a\n  Input should be a valid integer"):
        model.from_tool({"must": "x", "inner": [{"a": None, "b": 2}]})


@pytest.mark.parametrize("arguments", ['{"prompt": ', "[]", "5", "null", '{"prompt": NaN}'])
def test_arguments_that_are_no_object_are_reported(arguments: str) -> None:
    with pytest.raises(ValidationError):
        image_to_video.Input.from_tool(arguments)


# The command


def export(capsys: pytest.CaptureFixture[str], *arguments: str, schemas: str = "") -> Any:
    assert run(["export", "tools", *arguments, "--schemas", schemas or SCHEMAS_HERE]) == 0
    return json.loads(capsys.readouterr().out)


PLACES = {
    "openai": ("parameters", {"type", "name", "description", "parameters", "strict"}),
    "openai-chat": ("parameters", {"name", "description", "parameters", "strict"}),
    "anthropic": ("input_schema", {"name", "description", "input_schema"}),
    "gemini": ("parametersJsonSchema", {"name", "description", "parametersJsonSchema"}),
    "mcp": ("inputSchema", {"name", "description", "inputSchema"}),
}
"""Vendor: where the schema is, and the members of a plain tool."""


@pytest.mark.parametrize("vendor", FORMS)
@pytest.mark.parametrize("profile", ["plain", "strict"])
def test_each_vendor_gets_its_form(
    vendor: str, profile: str, capsys: pytest.CaptureFixture[str]
) -> None:
    [tool] = export(capsys, KLING, "--profile", profile, "--for", vendor)
    place, members = PLACES[vendor]
    inner = tool.get("function", tool)
    assert inner["name"] == "kling_kling-3_0_standard_image-to-video"
    assert set(inner) - {"strict"} == members - {"strict"}
    assert inner.get("strict", False) is (profile == "strict" and vendor not in ("gemini", "mcp"))
    required = inner[place]["required"]
    assert required == [*inner[place]["properties"]] or profile == "plain"


def test_a_plain_tool_keeps_limits_and_has_no_annotations_of_ours(
    capsys: pytest.CaptureFixture[str],
) -> None:
    [tool] = export(capsys, KLING)
    duration = tool["parameters"]["properties"]["duration"]
    assert (duration["minimum"], duration["maximum"]) == (3, 15)
    assert duration["description"].endswith("(the form of the docs has 10)")
    assert '"x-' not in json.dumps(tool)
    assert "Rule: La somma delle durate" in tool["description"]


def test_tools_are_exported_for_named_models_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "tools", "--schemas", SCHEMAS_HERE]) == 2
    assert "MODEL_ID" in capsys.readouterr().err
    assert run(["export", "tools", "kling/none", "--schemas", SCHEMAS_HERE]) == 2
    assert "no model 'kling/none'" in capsys.readouterr().err


def test_a_property_that_is_left_out_is_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "acme/one").mkdir(parents=True)
    schema = {"type": "object", "properties": {"any": {}, "text": {"type": "string"}}}
    (tmp_path / "acme/one/input.json").write_text(json.dumps(schema))
    arguments = ["export", "tools", "acme/one", "--profile", "strict", "--schemas", str(tmp_path)]
    assert run(arguments) == 0
    captured = capsys.readouterr()
    assert "acme_one: left out /properties/any: it may be of any type" in captured.err
    assert [*json.loads(captured.out)[0]["parameters"]["properties"]] == ["text"]
    (tmp_path / "acme/one/input.json").write_text(json.dumps({**schema, "required": ["any"]}))
    assert run(arguments) == 2
    assert "/properties/any" in capsys.readouterr().err


def test_names_are_short_and_distinct() -> None:
    long = "vendor/" + "x" * 80
    names = tool_names(["a/b", "a_b", long, "minimax/Hailuo Video 01 Live"])
    assert names["minimax/Hailuo Video 01 Live"] == "minimax_Hailuo_Video_01_Live"
    assert len({*names.values()}) == 4
    assert max(map(len, names.values())) == 64
    assert names[long] == tool_names([long])[long]


def test_every_vendor_that_can_be_chosen_has_a_form() -> None:
    assert OPTIONS["tools"]["for"] == (*FORMS,)


def test_limits_of_a_vendor_are_reported() -> None:
    properties = {f"p{number}": {"type": "string"} for number in range(17)}
    large_model = ExportedModel("a/b", {"type": "object", "properties": properties}, {})
    converted = as_tools([large_model], "strict")
    assert [*exceeded_limits(converted, "openai")] == []
    [message] = exceeded_limits(converted, "anthropic")
    assert message.startswith("anthropic takes 16 inputs that are null or of several types")
    assert not [*exceeded_limits(as_tools([large_model], "plain"), "anthropic")]
