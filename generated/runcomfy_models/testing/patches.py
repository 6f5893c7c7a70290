# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 0b1f019e3f22bd0eeb511acfc04b55af
"""Apply the patches of `overrides.toml` to raw documents, which then describe the service."""

import copy
import tomllib
from pathlib import Path
from typing import Any

from .._runtime.json_value import is_array


def patched(folder: Path, model_id: str, name: str, document: Any) -> Any:
    """Return the document `name` of a model with the patches that a maintainer wrote for it."""
    path = folder / "overrides.toml"
    overrides = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
    patches = overrides.get(model_id, {}).get("patch", {})
    own = [
        (place, one) for place, one in patches.items() if place.startswith(f"{name}#")
    ]
    edited = copy.deepcopy(document) if own else document
    for place, patch in own:
        if "value" in patch:
            _set(edited, _steps(place), patch["value"])
    removed = [_steps(place) for place, patch in own if "remove" in patch]
    # Items from the end, so that the places of the others stay what they are.
    for steps in sorted(removed, key=lambda one: one[-1].zfill(9), reverse=True):
        parent = _at(edited, steps[:-1])
        del parent[int(steps[-1]) if is_array(parent) else steps[-1]]
    return edited


def _steps(place: str) -> list[str]:
    steps = place.partition("#")[2].split("/")[1:]
    return [step.replace("~1", "/").replace("~0", "~") for step in steps]


def _at(value: Any, steps: list[str]) -> Any:
    for step in steps:
        value = value[int(step) if is_array(value) else step]
    return value


def _set(document: Any, steps: list[str], value: Any) -> None:
    parent = _at(document, steps[:-1])
    if is_array(parent):
        parent[int(steps[-1]) : int(steps[-1]) + 1] = [value]
    else:
        parent[steps[-1]] = value
