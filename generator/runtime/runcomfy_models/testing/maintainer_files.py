"""The maintainer's files beside the schemas: `overrides.toml` and `rules.toml`."""

import tomllib
from pathlib import Path
from typing import Any


def read_toml(path: Path) -> dict[str, Any]:
    """Return the tables of a file; none if it does not exist."""
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}


def pointer_steps(place: str) -> tuple[str, ...]:
    """Return the steps of the JSON pointer in a place: `input.json#/properties/…`."""
    steps = place.partition("#")[2].split("/")[1:]
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in steps)
