"""Checking inputs against the raw schemas, with a second reading of the docs' dialect."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import runcomfy_models
from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.dialect import input_schema, tables
from runcomfy_codegen.json_schema.validation import value_problems
from runcomfy_models.testing import Simulator
from runcomfy_models.testing.validation.dialect_validator import InputSchema
from runcomfy_models.testing.validation.media_check import KINDS, kind_by_name, media_errors
from tests.fidelity.drawing import values
from tests.fidelity.oracle import is_valid, normalised
from tests.fidelity.strategies import DEFINITIONS, SCHEMAS
from tests.simulator.real_models import INPUTS, KLING, SUBMIT


def test_all_errors_are_reported_in_the_form_of_fastapi(
    simulator: Simulator, http: httpx.Client
) -> None:
    body = {"prompt": 1, "duration": 2, "multi_prompt": [{}, {"duration": 16}], "cfg_scale": "x"}
    answer = http.post(SUBMIT, json=body)
    assert (answer.status_code, answer.json()["error_code"]) == (422, 422001)
    detail = answer.json()["detail"]
    assert {(tuple(error["loc"]), error["type"], error["msg"]) for error in detail} == {
        (("body", "start_image_url"), "missing", "Field required"),
        (("body", "prompt"), "type", 'should have type "string"'),
        (("body", "duration"), "minimum", "should have minimum 3"),
        (("body", "multi_prompt", 1, "duration"), "maximum", "should have maximum 15"),
        (("body", "cfg_scale"), "type", 'should have type "float"'),
    }
    assert simulator.ledger.jobs == ()


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"{", b"[]", b"null", b'"x"', b"\xff", b"[" * 100_000),
        *(b'{"cfg_scale": NaN}', b'{"cfg_scale": 1e999}', b'{"duration": ' + b"1" * 5000 + b"}"),
    ],
)
def test_a_body_that_is_not_a_json_object_is_refused(body: bytes, http: httpx.Client) -> None:
    answer = http.post(SUBMIT, content=body)
    assert (answer.status_code, answer.json()["error_code"]) == (422, 422001)
    assert answer.json()["detail"][0]["loc"] == ["body"]


def obj(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


DIALECT = {
    "float takes an integer": (obj(x={"type": "float"}), {"x": 1}, True),
    "float takes no boolean": (obj(x={"type": "float"}), {"x": True}, False),
    "float takes no string": (obj(x={"type": "float"}), {"x": "1"}, False),
    "an unknown type takes all": (obj(x={"type": "str"}), {"x": 1}, True),
    "a list of types": (obj(x={"type": ["float", "null"]}), {"x": None}, True),
    "values of another type": (obj(x={"type": "integer", "enum": ["5"]}), {"x": "5"}, True),
    "an enum": (obj(x={"type": "string", "enum": ["5"]}), {"x": "6"}, False),
    "true is not 1": (obj(x={"enum": [1]}), {"x": True}, False),
    "nullable": (obj(x={"type": "string", "nullable": True, "enum": ["a"]}), {"x": None}, True),
    "not nullable": (obj(x={"type": "string"}), {"x": None}, False),
    "required": ({**obj(x={}), "required": ["x"]}, {}, False),
    "required and unknown": ({**obj(x={}), "required": ["y"]}, {}, True),
    "required and open": (
        {**obj(x={}), "required": ["y"], "additionalProperties": {}},
        {},
        False,
    ),
    "URLs without items": (obj(x={"type": "array", "format": "image_uris"}), {"x": [1]}, False),
    "URLs": (obj(x={"type": "array", "format": "image_uris"}), {"x": ["u"]}, True),
    "a widget": (obj(x={"type": "integer", "format": "int_slider_with_range"}), {"x": 1}, True),
    "0.3 is a multiple of 0.1": (obj(x={"multipleOf": 0.1}), {"x": 0.3}, True),
    "0.35 is not": (obj(x={"multipleOf": 0.1}), {"x": 0.35}, False),
    "a property called required": (obj(required={"type": "string"}), {"required": "a"}, True),
    "a reference": ({**obj(x={"$ref": "#/$defs/a"}), "$defs": {"a": {"minimum": 3}}}, {"x": 2}, 0),
    "5.0 is an integer": (obj(x={"type": "integer"}), {"x": 5.0}, True),
    "a pattern of ECMA 262": (obj(x={"pattern": r"^\p{L}+$"}), {"x": "é"}, True),
    "a digit of ECMA 262": (obj(x={"pattern": r"^\d$"}), {"x": "٣"}, False),
    "the end of ECMA 262": (obj(x={"pattern": "^a$"}), {"x": "a\n"}, False),
    "half a character": (obj(x={"pattern": "^.$"}), {"x": "\ud800"}, True),
    "the older name of definitions": (
        {**obj(x={"$ref": "#/$defs/a"}), "definitions": {"a": {"minimum": 3}}},
        {"x": 2},
        False,
    ),
    "another input": (obj(x={}), {"y": 1}, False),
    "another property": (obj(x=obj(y={})), {"x": {"y": 1, "z": 1}}, False),
    "another property of an item": (obj(x={"items": obj(y={})}), {"x": [{"z": 1}]}, False),
    "another property, allowed": (
        obj(x={**obj(y={}), "additionalProperties": True}),
        {"x": {"z": 1}},
        True,
    ),
    "an object without properties": (obj(x={"type": "object"}), {"x": {"z": 1}}, True),
    "another property of all parts": (
        {"allOf": [obj(x={}), obj(y={})]},
        {"x": 1, "y": 1, "z": 1},
        False,
    ),
    "a property of one part": ({"allOf": [obj(x={}), obj(y={})]}, {"x": 1, "y": 1}, True),
    "a property of a definition beside others": (
        {**obj(x={"$ref": "#/$defs/a", **obj(z={})}), "$defs": {"a": obj(y={})}},
        {"x": {"y": 1, "z": 1}},
        True,
    ),
    "another property of a definition": (
        {**obj(x={"$ref": "#/$defs/a"}), "$defs": {"a": obj(y={})}},
        {"x": {"z": 1}},
        False,
    ),
    "a property that a condition names": (
        {**obj(x={}), "if": obj(y={}), "then": obj(z={})},
        {"z": 1},
        True,
    ),
    "a property of a member of a union": (
        obj(x={"anyOf": [obj(y={}), obj(z={})]}),
        {"x": {"y": 1, "z": 1}},
        False,
    ),
    "a test is read literally": (obj(x={"not": obj(y={"type": "string"})}), {"x": {"z": 1}}, False),
    "a test of names alone": (
        {**obj(a={}, b={}), "anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
        {},
        False,
    ),
}


@pytest.mark.parametrize(("schema", "value", "fits"), DIALECT.values(), ids=DIALECT.keys())
def test_a_schema_in_the_docs_dialect_is_read_as_documented(
    schema: Any, value: Any, fits: bool
) -> None:
    assert (not list(InputSchema(schema).errors(value))) is bool(fits)


def test_the_generator_and_the_simulator_read_the_real_schemas_alike(corpus: Path) -> None:
    """Each value of each property is tried by itself."""
    schemas: dict[str, Any] = json.loads((corpus / "input-schemas.json").read_text())
    tried = 0
    for model_id, schema in schemas.items():
        read = input_schema(json.loads(json.dumps(schema)), Collector(model_id))
        for name, tried_values in values_to_try(schema):
            plain = {"type": "object", "properties": {name: read["properties"][name]}}
            raw = {"type": "object", "properties": {name: schema["properties"][name]}}
            for value in tried_values:
                tried += 1
                in_generator = not list(value_problems(plain, {name: value}))
                in_simulator = not list(InputSchema(raw).errors({name: value}))
                assert in_generator == in_simulator, (model_id, name, value)
    assert tried > 5000


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(data=st.data(), schema=SCHEMAS)
def test_the_generator_and_the_simulator_read_any_schema_alike(data: Any, schema: Any) -> None:
    raw = {"type": "object", "properties": {"p": schema}, "$defs": DEFINITIONS}
    read = InputSchema(raw)
    plain = normalised(raw)
    for _ in range(4):
        value = {"p": data.draw(values(schema if schema is not False else {}))}
        for tried in (value, *with_another_property(value)):
            assert (not list(read.errors(tried))) == is_valid(plain, tried), tried


def with_another_property(value: Any) -> Iterator[Any]:
    """Yield copies of `value` in which one object has a property more."""
    if isinstance(value, dict):
        yield {**value, "another": 1}
        for name, member in value.items():
            yield from ({**value, name: changed} for changed in with_another_property(member))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            for changed in with_another_property(item):
                yield [*value[:index], changed, *value[index + 1 :]]


def values_to_try(schema: Any) -> list[tuple[str, list[Any]]]:
    """Return, for each property, values of every kind and values near its limits."""
    return [
        (name, [*ODD_VALUES, *near_limits(property_schema)])
        for name, property_schema in schema["properties"].items()
    ]


ODD_VALUES: list[Any] = [
    None,
    True,
    0,
    -1,
    1.5,
    2**40,
    "",
    "a" * 9999,
    [],
    ["u"],
    [1],
    [{}],
    [{"x": 1}],
    {},
    {"x": 1},
]


def near_limits(schema: Any) -> list[Any]:
    limits = [schema[key] for key in ("minimum", "maximum") if key in schema]
    defaults = [schema["default"]] if "default" in schema else []
    return [*defaults, *schema.get("enum", []), *(x + y for x in limits for y in (-1, 0, 0.5, 1))]


def test_the_examples_in_the_docs_are_valid(simulator: Simulator, root: Path) -> None:
    """The examples in schemas/, and the inputs of these tests."""
    for model_id in simulator.schemas.model_ids:
        example = json.loads((root / "schemas" / model_id / "example.json").read_text())
        assert not list(InputSchema(simulator.schemas.input(model_id)).errors(example))
        assert not list(InputSchema(simulator.schemas.input(model_id)).errors(INPUTS[model_id]))


def test_media_rules_are_not_applied_to_the_body(http: httpx.Client) -> None:
    inputs = {**INPUTS[KLING], "start_image_url": "data:image/png;base64,AAAA"}
    assert http.post(SUBMIT, json=inputs).status_code == 200


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"start_image_url": "portrait.png"}, ["start_image_url"]),
        ({"start_image_url": ""}, ["start_image_url"]),
        ({"start_image_url": "http://example.com/a.png"}, ["start_image_url"]),
        ({"start_image_url": "data:video/mp4;base64,AAAA"}, ["start_image_url"]),
        ({"elements": [{"video_url": "a.mp4"}]}, ["elements", 0, "video_url"]),
        (
            {"elements": [{"reference_image_urls": ["https://example.com/a.png", "b.png"]}]},
            ["elements", 0, "reference_image_urls", 1],
        ),
    ],
)
def test_media_that_the_service_cannot_accept_are_refused_once(
    changes: dict[str, Any], place: list[Any], simulator: Simulator, http: httpx.Client
) -> None:
    answer = http.post(SUBMIT, json={**INPUTS[KLING], **changes})
    assert (answer.status_code, answer.json()["error_code"]) == (422, 422001)
    [detail] = answer.json()["detail"]
    assert (detail["loc"], detail["type"]) == (["body", *place], "media")
    assert simulator.ledger.jobs == ()


def test_media_checks_can_be_switched_off_like_those_of_a_client() -> None:
    with Simulator(media_checks=False) as simulator:
        module = runcomfy_models.load(KLING)
        address = {"base_url": simulator.base_url, "token": simulator.token}
        with module.Client(**address, media_checks=False) as client:
            assert client.submit(prompt="a", start_image_url="portrait.png").id == "sim-000001"


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/a.png", "https://example.com/a.png", "data:image/png;base64,AAAA"]
)
def test_media_that_a_client_may_send_are_accepted(url: str, http: httpx.Client) -> None:
    assert http.post(SUBMIT, json={**INPUTS[KLING], "start_image_url": url}).status_code == 200


MEDIA = {
    "a sample": ({"type": "string", "default": "a_1.png"}, "a_1.png", True),
    "another name": ({"type": "string", "default": "a_1.png"}, "b_1.png", False),
    "a list of samples": ({"type": "array", "items": {"type": "string"}, "default": ["a"]},
                          ["a"], True),
    "a list": ({"type": "array", "items": {"type": "string"}}, ["a"], False),
    "samples of media items": ({"type": "array", "items": {"type": "string",
        "format": "image_uri"}, "default": ["a"]}, ["a", "a"], True),
    "a list of a media format": ({"type": "array", "format": "image_uris"}, ["a"], False),
    "null": ({"type": "string", "nullable": True}, None, True),
    "a blank default": ({"type": "string", "default": ""}, "", False),
    "an enum": ({"type": "string", "enum": ["a"]}, "a", True),
    "an object": ({"type": "object"}, {"a": "b"}, True),
}  # fmt: skip


@pytest.mark.parametrize(("schema", "value", "is_accepted"), MEDIA.values(), ids=MEDIA.keys())
def test_samples_of_the_page_are_accepted(schema: Any, value: Any, is_accepted: bool) -> None:
    assert (not list(media_errors(obj(image_url=schema), {"image_url": value}))) is is_accepted


@pytest.mark.parametrize(
    "name",
    ["image_url", "maskUrl", "video_image_urls", "image", "url", "image_url_kind", "webhook_url",
     "audioURL", "Image URL", "last_frame", "reference_images", "images_url", "frame_rate", "s",
     "videoURLs", "image_prompt", "start-image", ""],
)  # fmt: skip
def test_the_generator_and_the_simulator_read_names_alike(name: str) -> None:
    assert KINDS == tables.MEDIA_WORDS
    read = input_schema(obj(**{name: {"type": "string"}}), Collector(name))
    assert read is not None
    assert kind_by_name(name) == read["properties"][name].get(tables.MEDIA)


BROKEN = {
    "not JSON": ("{", "{}"),
    "not an object": ("[]", "{}"),
    "not UTF-8": ("\udcff", "{}"),
    "a type that is an object": ('{"properties": {"a": {"type": {}}}}', "{}"),
    "a reference that leads nowhere": ('{"properties": {"a": {"$ref": "#/$defs/x"}}}', "{}"),
    "a reference to itself": ('{"$ref": "#"}', "{}"),
    "an invalid pattern": ('{"properties": {"a": {"pattern": "("}}}', "{}"),
    "properties that are a list": ('{"properties": []}', "{}"),
}
"""Input and output schemas of a model that are broken."""


@pytest.mark.parametrize("documents", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_schema_is_a_failure_of_the_service(
    documents: tuple[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "acme" / "broken"
    folder.mkdir(parents=True)
    for name, text in zip(("input.json", "output.json"), documents, strict=True):
        (folder / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    with Simulator(schemas=tmp_path, outputs={"acme/broken": {}}) as simulator:
        headers = {"Authorization": f"Bearer {simulator.token}"}
        url = f"{simulator.base_url}/v1/models/acme/broken"
        answer = httpx.post(url, headers=headers, json={"a": "x"})
    assert (answer.status_code, answer.json()["error_code"]) == (500, 500001)
    assert "the schemas of acme/broken are not usable" in answer.json()["message"]
    assert str(tmp_path) not in answer.text
    assert simulator.ledger.jobs == ()
