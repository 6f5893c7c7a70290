# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: d6ef8ecf87e378c4d3a2e64a776b2f37
"""Apply the patches of `overrides.toml` to raw documents, which then describe the service."""

import copy
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .._runtime.json_value import is_array
from .maintainer_files import pointer_steps, read_toml


def patched(folder: Path, model_id: str, name: str, document: Any) -> Any:
    """Return the document `name` of a model with the patches that a maintainer wrote for it."""
    overrides = read_toml(folder / "overrides.toml")
    patches = overrides.get(model_id, {}).get("patch", {})
    own = {
        pointer_steps(place): patch
        for place, patch in patches.items()
        if place.startswith(f"{name}#")
    }
    edited = copy.deepcopy(document) if own else document
    for steps, patch in own.items():
        if "value" in patch:
            _set(edited, steps, patch["value"])
    removed = [steps for steps, patch in own.items() if "remove" in patch]
    # Items from the end, so that the indexes of the others stay the same.
    for steps in sorted(removed, key=lambda steps: steps[-1].zfill(9), reverse=True):
        parent = _at(edited, steps[:-1])
        del parent[int(steps[-1]) if is_array(parent) else steps[-1]]
    return edited


def _at(value: Any, steps: Sequence[str]) -> Any:
    for step in steps:
        value = value[int(step) if is_array(value) else step]
    return value


def _set(document: Any, steps: Sequence[str], value: Any) -> None:
    parent = _at(document, steps[:-1])
    if is_array(parent):
        parent[int(steps[-1]) : int(steps[-1]) + 1] = [value]
    else:
        parent[steps[-1]] = value
