"""Imports are data: which module each name of a generated module comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable

from runcomfy_codegen.rendering.widths import fits

_RUNTIME = "runcomfy_models._runtime"

MODULES = {
    "collections.abc": ("Mapping", "Sequence"),
    "typing": ("Annotated", "Any", "Literal", "NotRequired", "TypedDict"),
    "pydantic": ("ConfigDict", "Field"),
    f"{_RUNTIME}._async.client": ("AsyncModelClient",),
    f"{_RUNTIME}._async.request": ("AsyncRequest",),
    f"{_RUNTIME}._async.result": ("AsyncResult",),
    f"{_RUNTIME}._sync.client": ("ModelClient",),
    f"{_RUNTIME}._sync.request": ("Request",),
    f"{_RUNTIME}._sync.result": ("Result",),
    f"{_RUNTIME}.media.types": (
        "AudioInput",
        "ImageInput",
        "MediaInput",
        "MediaRules",
        "VideoInput",
    ),
    f"{_RUNTIME}.models": ("checks",),
    f"{_RUNTIME}.models.inputs": ("InputModel",),
    f"{_RUNTIME}.models.not_given": ("NOT_GIVEN", "NotGiven"),
    f"{_RUNTIME}.models.outputs": ("OutputModel",),
}
"""Module: the names that generated code may take from it; both in isort's order."""

ALWAYS = frozenset(
    {
        "AsyncModelClient",
        "AsyncRequest",
        "AsyncResult",
        "InputModel",
        "ModelClient",
        "OutputModel",
        "Request",
        "Result",
    }
)
"""Names that every module needs."""


_STRING = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'""")


def names_in(type_: str) -> frozenset[str]:
    """The names that the source of a type mentions: of types, functions and keywords."""
    return frozenset(re.findall(r"\w+", _STRING.sub("", type_)))


def import_groups(used: Iterable[str]) -> list[list[str]]:
    """Import lines for the names in `used` and `ALWAYS`: standard library, others, our own."""
    wanted = ALWAYS | set(used)
    groups: dict[int, list[str]] = {}
    for module, names in MODULES.items():
        if found := [name for name in names if name in wanted]:
            groups.setdefault(_group(module), []).append(_line(module, found))
    return [groups[number] for number in sorted(groups)]


def _line(module: str, names: list[str]) -> str:
    line = f"from {module} import {', '.join(names)}"
    if fits(line):
        return line
    return "\n".join([f"from {module} import (", *(f"    {name}," for name in names), ")"])


def _group(module: str) -> int:
    return {"collections.abc": 0, "typing": 0, "pydantic": 1}.get(module, 2)
