"""What is left of a schema without its errors: its names are checked all the same."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from runcomfy_codegen.diagnostics.codes import Notes, is_final
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.dialect.references import with_local_references
from runcomfy_codegen.json_schema.validation import schema_problems
from runcomfy_codegen.json_schema.values import is_array
from runcomfy_codegen.json_schema.walking import Schema


def sound_part(schema: Schema, at: str, found: Iterable[Diagnostic]) -> Schema | None:
    """`schema`, which stands at pointer `at`, without what the errors in `found` are about.

    None where something is still wrong with the rest, or it is too large to tell.
    """
    errors = [one for one in found if is_final(one)]
    left = copy.deepcopy(schema)
    places = {one.pointer for one in errors}
    if at in places or any(one.code == "too-large" for one in errors):
        return None
    for place in sorted(places, key=_backwards, reverse=True):
        _remove(left, _steps(place.removeprefix(at)))
    if any(schema_problems(left)):
        return None
    with_local_references(left, notes := Notes(""))
    return None if notes.found else left


def _steps(pointer: str) -> list[str]:
    return [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]


def _backwards(pointer: str) -> list[tuple[int, str]]:
    """A key that sorts the items of a list by number, so that the last can be removed first."""
    steps = _steps(pointer)
    return [(int(step) if step.isdecimal() and len(step) < 9 else -1, step) for step in steps]


def _remove(value: Any, steps: list[str]) -> None:
    """Take what is at `steps` out of `value`, if it is there."""
    with suppress(LookupError, TypeError, ValueError):
        for step in steps[:-1]:
            value = value[_key(value, step)]
        del value[_key(value, steps[-1])]


def _key(value: Any, step: str) -> str | int:
    return int(step) if is_array(value) else step
