"""The output that the simulator makes up fits the schema of its model."""

from __future__ import annotations

from typing import Any

import pytest

from runcomfy_models.testing.sample_outputs import sample_output

SAMPLES: dict[str, tuple[str, dict[str, Any], Any]] = {
    "a text": ("caption", {"type": "string"}, "text"),
    "no type": ("caption", {}, "text"),
    "an integer": ("seed", {"type": "integer"}, 1),
    "a number": ("score", {"type": "number"}, 1.5),
    "a float": ("score", {"type": "float"}, 1.5),
    "a boolean": ("done", {"type": "boolean"}, True),
    "null": ("error", {"type": "null"}, None),
    "the first of an enum": ("image", {"type": "string", "enum": ["b", "a"]}, "b"),
    "an image by its name": ("image", {"type": "string"}, "at/image.png"),
    "a video by its name": ("Video_URL", {"type": "string"}, "at/Video_URL.mp4"),
    "audio by its format": ("out", {"type": "string", "format": "audio_uri"}, "at/out.wav"),
    "any other URL": ("out", {"type": "string", "format": "uri"}, "at/out.png"),
    "a number about images": ("image_count", {"type": "integer"}, 1),
    "a list of texts": ("tags", {"type": "array"}, ["text", "text"]),
    "a list of images": ("images", {"type": "array"}, ["at/images-1.png", "at/images-2.png"]),
    "an object": ("a", {"type": "object", "properties": {"n": {"type": "integer"}}}, {"n": 1}),
}


@pytest.mark.parametrize(("name", "schema", "expected"), SAMPLES.values(), ids=SAMPLES)
def test_a_sample_is_of_the_type_of_its_property(
    name: str, schema: dict[str, Any], expected: Any
) -> None:
    sample = sample_output({"properties": {name: schema}}, "at/{}".format)
    assert sample == {name: expected}
    assert type(sample[name]) is type(expected)
