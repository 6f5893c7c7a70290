# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: b4b52295dd3867daec657ceff5687eae
"""Make up the output of a simulated job, from the output schema of its model."""

from collections.abc import Callable
from typing import Any

SUFFIXES = {"image": "png", "video": "mp4", "audio": "wav"}
"""Kind of medium: suffix of its sample file."""

PLAIN: dict[str, Any] = {
    "string": "text",
    "integer": 1,
    "number": 1.5,
    "float": 1.5,
    "boolean": True,
    "null": None,
}
"""Type of a property that is not a medium: sample value."""


def sample_output(schema: dict[str, Any], url: Callable[[str], str]) -> dict[str, Any]:
    """Return an object that fits `schema`; `url` returns the URL of a file by its name."""
    properties: dict[str, Any] = schema.get("properties", {})
    return {name: _value(name, of, url) for name, of in properties.items()}


def _value(name: str, schema: dict[str, Any], url: Callable[[str], str]) -> Any:
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema.get("type", "string")
    if kind == "array":
        items: dict[str, Any] = schema.get("items", {"type": "string"})
        return [_value(f"{name}-{number}", items, url) for number in (1, 2)]
    if kind == "object":
        return sample_output(schema, url)
    suffix = _suffix(name, schema)
    if kind == "string" and suffix:
        return url(f"{name}.{suffix}")
    return PLAIN.get(kind)


def _suffix(name: str, schema: dict[str, Any]) -> str | None:
    """Return the suffix of the file behind a string; None if the string is not a URL."""
    hints = f"{name} {schema.get('format', '')}".lower()
    for kind, suffix in SUFFIXES.items():
        if kind in hints:
            return suffix
    return SUFFIXES["image"] if "uri" in hints.split() else None
