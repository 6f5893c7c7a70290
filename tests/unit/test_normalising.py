"""The dialect's reading of a schema, rule by rule: what the page says and what is meant."""

from __future__ import annotations

from typing import Any

import pytest

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.dialect import input_schema, output_schema, tables

CLOSED = {"additionalProperties": False}
A: Any = {"type": "object", "properties": {"a": {}}}
B: Any = {"properties": {"b": {}}}
CLOSED_A = {**A, **CLOSED}
READ_A = {"type": "object", "properties": {"a": {}}}

READINGS: list[tuple[Any, Any]] = [
    # Types
    ({"type": "float"}, {"type": "number"}),
    ({"type": ["float", "null"]}, {"type": ["number", "null"]}),
    ({"format": "image_uri"}, {"type": "string"}),
    ({"format": "image_uris"}, {"type": "array", "items": {"type": "string"}}),
    ({"type": "string", "format": "int_slider_with_range"}, {"type": "string"}),
    ({"type": "string", "nullable": True}, {"anyOf": [{"type": "string"}, {"type": "null"}]}),
    (
        {"oneOf": [{"type": "string"}], "nullable": True},
        {"anyOf": [{"oneOf": [{"type": "string"}]}, {"type": "null"}]},
    ),
    # Nothing but `properties` implies a type
    ({"properties": {"a": {}}}, CLOSED_A),
    ({"minLength": 1}, {"minLength": 1}),
    ({"items": {"type": "string"}}, {"items": {"type": "string"}}),
    ({"required": ["a"]}, {"required": ["a"]}),
    # Enums
    ({"type": "integer", "enum": [1, "2"]}, {"type": "integer", "enum": [1]}),
    ({"type": "integer", "enum": ["1", "2"]}, {"enum": ["1", "2"]}),
    ({"enum": [1, 1]}, {"enum": [1]}),
    # An object has no other properties than those that it names
    (A, CLOSED_A),
    ({**A, "additionalProperties": True}, {**A, "additionalProperties": True}),
    ({"type": "object"}, {"type": "object"}),
    ({"type": "object", "required": ["a"]}, {"type": "object", "required": ["a"]}),
    ({**A, "required": ["a", "c", "a"]}, {**CLOSED_A, "required": ["a"]}),
    (
        {**A, "patternProperties": {"^x": {}}, "required": ["xy"]},
        {**CLOSED_A, "patternProperties": {"^x": {}}, "required": ["xy"]},
    ),
    ({"anyOf": [A, {"type": "null"}]}, {"anyOf": [CLOSED_A, {"type": "null"}]}),
    ({"type": "array", "items": A}, {"type": "array", "items": CLOSED_A}),
    # Parts of one object are closed together, and so are unions beside properties
    (
        {"allOf": [A, B]},
        {
            **CLOSED,
            "type": "object",
            "properties": {"a": {}, "b": {}},
            "allOf": [READ_A, {"properties": {"b": {}}}],
        },
    ),
    ({"allOf": [A]}, {"allOf": [CLOSED_A]}),
    (
        {**A, "oneOf": [B, {"required": ["a"]}]},
        {**CLOSED_A, "properties": {"a": {}, "b": {}}, "oneOf": [B, {"required": ["a"]}]},
    ),
    (
        {**A, "if": {"properties": {"a": {"const": 1}}}, "then": B},
        {
            **CLOSED_A,
            "properties": {"a": {}, "b": {}},
            "if": {"properties": {"a": {"const": 1}}},
            "then": B,
        },
    ),
    # Conditions are read literally
    ({"not": A}, {"not": A}),
    (
        {"not": {"type": "object", "required": ["z"]}},
        {"not": {"type": "object", "required": ["z"]}},
    ),
    ({"contains": A}, {"contains": A}),
    ({"if": A, "then": False}, {"if": A, "then": False}),
    # True and false
    (True, {}),
    (False, False),
    ({"items": False, "type": "array"}, {"items": False, "type": "array"}),
]


@pytest.mark.parametrize(("written", "expected"), READINGS)
def test_a_schema_is_read_as_it_is_meant(written: Any, expected: Any) -> None:
    schema = input_schema({"type": "object", "properties": {"p": written}}, Collector("input.json"))
    assert schema is not None
    assert without_our_annotations(schema["properties"]["p"]) == expected


NULL = {"type": "null"}
OUTPUT_READINGS: list[tuple[Any, Any]] = [
    ({"type": "string", "maxLength": 3, "enum": ["a"]}, {"type": "string"}),
    ({"type": "string", "nullable": True}, {"anyOf": [{"type": "string"}, NULL]}),
    ({"enum": ["a"], "nullable": True}, {"anyOf": [{"type": "string"}, NULL]}),
    ({"$ref": "#", "nullable": True}, {"anyOf": [{"$ref": "#"}, NULL]}),
    ({"anyOf": [{}, True], "nullable": True}, {"anyOf": [{}, {}, NULL]}),
    ({"items": {"nullable": False, "type": "string"}}, {"items": {"type": "string"}}),
]


@pytest.mark.parametrize(("written", "expected"), OUTPUT_READINGS)
def test_an_output_is_read_for_its_types(written: Any, expected: Any) -> None:
    document = {"output": {"type": "object", "properties": {"p": written}}}
    read = output_schema(document, Collector("output.json"))
    assert read is not None
    assert without_our_annotations(read[0]["properties"]["p"]) == expected


OBJECTS: list[tuple[Any, bool]] = [
    ({"type": "object"}, True),
    ({"type": ["object", "null"]}, True),
    ({"properties": {}}, True),
    ({"type": "object", "nullable": True}, True),
    ({"anyOf": [A, {"$ref": "#/definitions/B"}], "definitions": {"B": B}}, True),
    ({"allOf": [{"required": ["a"]}]}, True),
    ({"$ref": "#/$defs/A", "$defs": {"A": {"allOf": [A]}}}, True),
    ({"enum": [{"a": 1}]}, True),
    ({}, False),
    ([], False),
    ({"type": "string"}, False),
    ({"type": ["object", "string"]}, False),
    ({"anyOf": [{"type": "string"}, {"type": "array", "items": {}}]}, False),
    ({"oneOf": [{"$ref": "#/$defs/A"}, NULL], "$defs": {"A": {"type": "string"}}}, False),
    ({"allOf": [A, {"type": "string"}]}, False),
    ({"type": "object", "anyOf": [{"type": "string"}]}, False),
    ({"$ref": "#/$defs/A", "$defs": {"A": {"enum": ["a"]}}}, False),
]


@pytest.mark.parametrize(("document", "is_object"), OBJECTS)
def test_a_document_has_to_describe_an_object(document: Any, is_object: bool) -> None:
    """However it is composed, and for inputs and outputs alike."""
    notes, output_notes = Collector("input.json"), Collector("output.json")
    assert (input_schema(document, notes) is not None) is is_object
    assert (output_schema({"output": document}, output_notes) is not None) is is_object
    codes = [diagnostic.code for diagnostic in (*notes.diagnostics, *output_notes.diagnostics)]
    assert codes.count("not-an-object") == (0 if is_object else 2)


@pytest.mark.parametrize(
    ("alternative", "codes"), [({"type": "string"}, ["output-alternative"]), (NULL, []), (B, [])]
)
def test_an_output_that_is_not_always_an_object_is_a_warning(
    alternative: Any, codes: list[str]
) -> None:
    notes = Collector("output.json")
    assert output_schema({"anyOf": [A, alternative]}, notes) is not None
    reported = [
        diagnostic.code for diagnostic in notes.diagnostics if diagnostic.code != "implied-type"
    ]
    assert reported == codes


def test_a_body_is_an_object_even_if_it_is_nullable() -> None:
    schema = input_schema({**A, "nullable": True}, Collector("input.json"))
    assert schema == {"type": "object", "properties": {"a": {}}, **CLOSED}


def test_two_definitions_of_one_name_are_an_error_unless_they_are_equal() -> None:
    """One in `$defs`, one in `definitions`, which is its older name."""
    for second, codes in (({"type": "integer"}, ["definition-twice"]), ({"type": "string"}, [])):
        notes = Collector("input.json")
        document = {"$defs": {"A": {"type": "string"}}, "definitions": {"A": second}, **A}
        input_schema(document, notes)
        assert [diagnostic.code for diagnostic in notes.diagnostics] == codes
        assert {diagnostic.pointer for diagnostic in notes.diagnostics} <= {"/definitions/A"}


def test_a_definition_is_open_where_it_is_a_part_and_closed_where_it_stands_alone() -> None:
    document = {
        "properties": {
            "whole": {"$ref": "#/$defs/base"},
            "part": {"$ref": "#/$defs/base", "properties": {"b": {}}},
            "tested": {"not": {"$ref": "#/$defs/base"}},
            "copied": {"$ref": "#/properties/size"},
            "size": {"type": "integer"},
            "root": {"$ref": "#"},
        },
        "$defs": {"base": A},
    }
    schema = input_schema(document, Collector("input.json"))
    assert schema is not None
    assert schema["$defs"] == {
        "base": CLOSED_A,
        "base.part": A,
        "base.test": A,
        "size": {"type": "integer"},
    }
    properties = schema["properties"]
    assert properties["whole"] == {"$ref": "#/$defs/base"}
    assert properties["part"] == {
        **CLOSED,
        "type": "object",
        "properties": {"b": {}, "a": {}},
        "allOf": [{"$ref": "#/$defs/base.part"}],
    }
    assert properties["tested"] == {"not": {"$ref": "#/$defs/base.test"}}
    assert properties["copied"] == {"$ref": "#/$defs/size"}
    assert properties["root"] == {"$ref": "#"}


def test_a_reference_to_definitions_leads_to_what_is_called_defs_now() -> None:
    tree = {"properties": {"next": {"$ref": "#/definitions/tree"}}}
    document = {"properties": {"p": {"$ref": "#/definitions/tree"}}, "definitions": {"tree": tree}}
    notes = Collector("input.json")
    schema = input_schema(document, notes)
    assert schema is not None
    assert schema["properties"]["p"] == {"$ref": "#/$defs/tree"}
    assert schema["$defs"]["tree"]["properties"]["next"] == {"$ref": "#/$defs/tree"}
    assert "invalid-ref" not in {diagnostic.code for diagnostic in notes.diagnostics}


def without_our_annotations(schema: Any) -> Any:
    """`schema` without annotations of ours."""
    if isinstance(schema, list):
        return [without_our_annotations(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    plain = {key: value for key, value in schema.items() if not key.startswith(("x-", "format"))}
    return {key: without_our_annotations(value) for key, value in plain.items()}


ANNOTATIONS: dict[str, Any] = {
    **dict.fromkeys(("$anchor", "$comment", "contentEncoding", "contentMediaType"), "x"),
    **dict.fromkeys(("deprecated", "readOnly", "writeOnly"), True),
    "contentSchema": {},
    "default": "x",
    "definitions": {},
    "description": "x",
    "examples": ["x"],
    "format": "date",
    "title": "x",
    "x-of-theirs": 1,
}


@pytest.mark.parametrize(("word", "value"), ANNOTATIONS.items())
def test_an_annotation_causes_no_diagnostic(word: str, value: Any) -> None:
    notes = Collector("input.json")
    annotated = {"type": "string", word: value}
    assert input_schema({"type": "object", "properties": {"p": annotated}}, notes) is not None
    assert notes.diagnostics == []


@pytest.mark.parametrize("word", ["$id", "$schema", "$vocabulary"])
def test_a_document_may_identify_itself(word: str) -> None:
    notes = Collector("input.json")
    value: Any = {} if word == "$vocabulary" else "https://json-schema.org/draft/2020-12/schema"
    input_schema({"type": "object", "properties": {}, word: value}, notes)
    assert "unknown-keyword" not in {diagnostic.code for diagnostic in notes.diagnostics}


SAMPLE = "https://example.com/a.png"
DEFAULTS: list[tuple[dict[str, Any], bool]] = [
    ({"type": "string", "default": "vivid"}, True),
    ({"type": "string", "default": "x" * 59}, True),
    ({"type": "string", "default": "x" * 60}, False),
    ({"type": "string", "default": SAMPLE}, False),
    ({"type": "string", "default": "http://example.com/a.png"}, False),
    ({"type": "string", "default": "data:text/plain;base64,YQ=="}, False),
    ({"type": "string", "enum": [SAMPLE, "x" * 60], "default": SAMPLE}, True),
    ({"type": "string", "enum": [SAMPLE, "x" * 60], "default": "x" * 60}, True),
    ({"type": "array", "default": ["vivid", SAMPLE]}, False),
    ({"type": "array", "default": [5, SAMPLE]}, True),
    ({"type": "array", "default": []}, True),
    ({"type": "integer", "default": 5}, True),
]


@pytest.mark.parametrize(("written", "is_assumed"), DEFAULTS)
def test_a_default_that_is_a_sample_is_read_as_an_example(
    written: dict[str, Any], is_assumed: bool
) -> None:
    schema = input_schema({"type": "object", "properties": {"p": written}}, Collector("input.json"))
    assert schema is not None
    read = schema["properties"]["p"]
    assert ("default" in read, tables.FORM_VALUE in read) == (is_assumed, not is_assumed)
    assert read["default" if is_assumed else tables.FORM_VALUE] == written["default"]
