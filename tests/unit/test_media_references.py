"""A property named after a medium is one, whether its text stands there or in `$defs`."""

from __future__ import annotations

from typing import Any

import pytest

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.dialect.interpreting import input_schema
from runcomfy_codegen.dialect.tables import MEDIA
from runcomfy_codegen.json_schema.pointers import get_at

URL = {"$ref": "#/$defs/Url"}
NULL = {"type": "null"}
DEFINITIONS: dict[str, Any] = {
    "Url": {"type": "string", "maxLength": 100},
    "Chain": URL,
    "Urls": {"type": "array", "items": URL},
    "Mode": {"type": "string", "enum": ["a", "b"]},
    "Size": {"type": "object", "properties": {"image_url": URL}},
}


def read(properties: dict[str, Any]) -> Any:
    document = {"type": "object", "properties": properties, "$defs": DEFINITIONS}
    return input_schema(document, Collector("input.json"))


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        (URL, ""),
        ({"$ref": "#/definitions/Chain"}, ""),
        ({**URL, "description": "The first image."}, ""),
        ({"$ref": "#/$defs/Urls"}, "/items"),
        ({"type": "array", "items": URL}, "/items"),
        ({"anyOf": [URL, NULL]}, "/anyOf/0"),
        ({"allOf": [URL]}, "/allOf/0"),
        ({"anyOf": [URL, {"type": "array", "items": URL}]}, "/anyOf/1/items"),
        ({"$ref": "#/properties/note"}, ""),
    ],
)
def test_a_text_behind_a_reference_is_a_medium_by_the_property_s_name(
    schema: dict[str, Any], text: str
) -> None:
    normalised = read({"image_url": schema, "note": URL})
    assert get_at(normalised, "/properties/image_url" + text, None)[MEDIA] == "image"
    assert get_at(normalised, "/properties/image_url" + text, None)["maxLength"] == 100


def test_other_properties_of_the_same_text_stay_texts() -> None:
    normalised = read({"image_url": URL, "note": URL})
    assert normalised["properties"]["note"] == URL
    assert MEDIA not in normalised["$defs"]["Url"]


def test_a_property_inside_a_definition_may_be_a_medium() -> None:
    normalised = read({"size": {"$ref": "#/$defs/Size"}})
    assert normalised["$defs"]["Size"]["properties"]["image_url"][MEDIA] == "image"


@pytest.mark.parametrize("name", ["Mode", "Size"])
def test_an_enum_or_an_object_stays_a_reference(name: str) -> None:
    schema = {"$ref": f"#/$defs/{name}"}
    assert read({"image": schema})["properties"]["image"] == schema
