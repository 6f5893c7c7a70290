"""Which input differs in the index of the command line."""

from __future__ import annotations

import ast
import json
from dataclasses import dataclass

from runcomfy_codegen.check.changed_properties import new_words
from runcomfy_codegen.json_schema.pointers import join_pointer


@dataclass(frozen=True)
class ChangedFlag:
    """An input whose flag differs."""

    model_id: str
    pointer: str
    """Where it stands in the schema of the inputs; the whole of it if one is gone."""
    words: frozenset[str]
    """What only the new flag says."""


def changed_flag(before: list[str], after: list[str]) -> ChangedFlag | None:
    """Return the first input whose flag differs between two texts of `_flags.py`."""
    old, new = _entries(before), _entries(after)
    for model_id, lines in new.items():
        known = old.get(model_id, ())
        words = new_words([*known], [*lines])
        for line in lines:
            if line not in known:
                name: str = json.loads(line)["name"]
                return ChangedFlag(model_id, join_pointer("properties", name), words)
        if lines != known:
            return ChangedFlag(model_id, "", words)
    return None


def _entries(lines: list[str]) -> dict[str, tuple[str, ...]]:
    """Return the constant of the file; nothing if somebody has broken it."""
    try:
        *_, constant, _ = ast.parse("\n".join(lines)).body
        value = constant.value if isinstance(constant, ast.AnnAssign) else None
        entries: dict[str, tuple[str, ...]] = ast.literal_eval(value) if value else {}
    except (SyntaxError, ValueError):
        return {}
    return entries
