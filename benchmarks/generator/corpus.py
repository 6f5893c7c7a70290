"""A corpus of realistic models, the same in every run: schemas as docs pages have them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.generator.properties import PROPERTIES

Schema = dict[str, Any]

_VENDORS = "acme bytedance google kling minimax openai pixverse runwayml tencent wan".split()
_KINDS = "text-to-image text-to-video image-to-video video-to-video edit extend lipsync tts".split()
_TIERS = "standard pro turbo lite master".split()

OUTPUT: Schema = {
    "output": {
        "type": "object",
        "properties": {
            "image": {"type": "string", "format": "uri", "description": "URL immagine singola"},
            "video": {"type": "string", "format": "uri", "description": "URL video singolo"},
            "images": {"type": "array", "items": {"type": "string", "format": "uri"}},
            "videos": {"type": "array", "items": {"type": "string", "format": "uri"}},
        },
    }
}
"""The output schema that both real docs pages show."""


def model_ids(count: int) -> Iterator[str]:
    """Yield `count` different ids of three or four segments."""
    for index in range(count):
        vendor = _VENDORS[index % len(_VENDORS)]
        kind = _KINDS[index // len(_VENDORS) % len(_KINDS)]
        version = index // (len(_VENDORS) * len(_KINDS))
        tier = [_TIERS[index % len(_TIERS)]] if index % 3 else []
        yield "/".join([vendor, f"{vendor}-{version // 10}.{version % 10}", *tier, kind])


def input_schema(model_id: str) -> Schema:
    """Return a schema of 5 to 20 properties; the same id has the same schema in every corpus."""
    random = Random(model_id)  # noqa: S311 - not a secret
    names = [
        "prompt",
        *random.sample(sorted(PROPERTIES.keys() - {"prompt"}), random.randint(4, 19)),
    ]
    properties = {name: PROPERTIES[name](random) for name in names}
    required = ["prompt", *random.sample(names[1:], random.randint(0, 2))]
    return {
        "type": "object",
        "title": "Schema di input",
        "required": required,
        "properties": properties,
    }


def write_corpus(folder: Path, count: int) -> None:
    """Write `count` models below `folder`, laid out as `schemas/` is."""
    for model_id in model_ids(count):
        model_folder = folder / model_id
        model_folder.mkdir(parents=True)
        schema = input_schema(model_id)
        _dump(model_folder / "input.json", schema)
        _dump(model_folder / "output.json", OUTPUT)
        _dump(model_folder / "example.json", {"prompt": schema["properties"]["prompt"]["default"]})


def _dump(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
