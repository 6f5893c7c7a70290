"""Imports as data: the module that each name of a generated module comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable

from runcomfy_codegen.rules.writing import LIBRARY

_RUNTIME = "runcomfy_models._runtime"

RULES_IMPORT = f"rules as {LIBRARY}"

MODULES = {
    "collections.abc": ("Mapping", "Sequence"),
    "decimal": ("Decimal",),
    "typing": (
        "TYPE_CHECKING",
        "Annotated",
        "Any",
        "Literal",
        "NotRequired",
        "TypedDict",
        "overload",
    ),
    "pydantic": ("ConfigDict", "Field"),
    f"{_RUNTIME}._async.client": ("AsyncModelClient",),
    f"{_RUNTIME}._async.request": ("AsyncRequest",),
    f"{_RUNTIME}._async.result": ("AsyncResult",),
    f"{_RUNTIME}._sync.client": ("ModelClient",),
    f"{_RUNTIME}._sync.request": ("Request",),
    f"{_RUNTIME}._sync.result": ("Result",),
    f"{_RUNTIME}.info": ("ModelInfo",),
    f"{_RUNTIME}.media.types": (
        "AudioInput",
        "ImageInput",
        "MediaInput",
        "MediaRules",
        "MediaSamples",
        "MediaTypes",
        "VideoInput",
    ),
    f"{_RUNTIME}.models": ("checks", RULES_IMPORT),
    f"{_RUNTIME}.models.inputs": ("InputModel",),
    f"{_RUNTIME}.models.not_given": ("NOT_GIVEN", "NotGiven"),
    f"{_RUNTIME}.models.outputs": ("OutputModel",),
    f"{_RUNTIME}.pricing": ("Price", "PriceAmount", "PriceChoice"),
}
"""Module: the names that generated code may import from it. Both are in isort's order."""

ALWAYS = frozenset(
    {
        "Any",
        "AsyncModelClient",
        "AsyncRequest",
        "AsyncResult",
        "InputModel",
        "ModelClient",
        "NOT_GIVEN",
        "NotGiven",
        "OutputModel",
        "Price",
        "Request",
        "Result",
        "overload",
    }
)
"""Names that every module needs."""


_STRING = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'""")


def names_in(type_: str) -> frozenset[str]:
    """Return the names in the source of a type: of types, functions and keywords."""
    return frozenset(re.findall(r"\w+", _STRING.sub("", type_)))


def import_groups(used: Iterable[str]) -> list[list[str]]:
    """Return import lines for the names in `used` and `ALWAYS`, grouped as isort groups them.

    Names in `used` that come from no module are ignored.
    """
    needed = ALWAYS | set(used)
    groups: dict[int, list[str]] = {}
    for module, names in MODULES.items():
        if imported := [name for name in names if name in needed]:
            line = f"from {module} import {', '.join(imported)}"
            groups.setdefault(_group(module), []).append(line)
    return [groups[number] for number in sorted(groups)]


def _group(module: str) -> int:
    """Return 0 for the standard library, 1 for other projects, 2 for our own package."""
    return {"collections.abc": 0, "decimal": 0, "typing": 0, "pydantic": 1}.get(module, 2)
