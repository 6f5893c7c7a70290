"""What is left of a schema without its errors: its names are checked all the same."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from contextlib import suppress

from runcomfy_codegen.diagnostics.codes import Notes, is_final
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.dialect.references import with_local_references
from runcomfy_codegen.json_schema.pointers import remove_at, split_pointer
from runcomfy_codegen.json_schema.validation import schema_problems
from runcomfy_codegen.json_schema.values import Schema


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
        with suppress(LookupError):  # what is around it may be gone already
            remove_at(left, place.removeprefix(at))
    if any(schema_problems(left)):
        return None
    with_local_references(left, notes := Notes(""))
    return None if notes.found else left


def _backwards(pointer: str) -> list[tuple[int, str]]:
    """A key that sorts the items of a list by number, so that the last can be removed first."""
    steps = split_pointer(pointer)
    return [(int(step) if step.isdecimal() and len(step) < 9 else -1, step) for step in steps]
