"""The part of a schema without errors, which is still planned to find wrong names."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from contextlib import suppress

from runcomfy_codegen.diagnostics.codes import is_unwaivable
from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.dialect.references import with_local_references
from runcomfy_codegen.json_schema.pointers import remove_at, split_pointer
from runcomfy_codegen.json_schema.validation import schema_problems
from runcomfy_codegen.json_schema.values import Schema


def sound_part(schema: Schema, root: str, diagnostics: Iterable[Diagnostic]) -> Schema | None:
    """Return `schema` without the values that the errors among `diagnostics` are about.

    `root` is the pointer of `schema`. Returns None if the remainder is not sound either, or if the
    schema is too large to be examined.
    """
    errors = [diagnostic for diagnostic in diagnostics if is_unwaivable(diagnostic)]
    pointers = {error.pointer for error in errors}
    if root in pointers or any(error.code == "too-large" for error in errors):
        return None
    sound = copy.deepcopy(schema)
    for pointer in sorted(pointers, key=_removal_order, reverse=True):
        with suppress(LookupError):  # a schema around it may be removed already
            remove_at(sound, pointer.removeprefix(root))
    if any(schema_problems(sound)):
        return None
    with_local_references(sound, collector := Collector(""))
    return None if collector.diagnostics else sound


def _removal_order(pointer: str) -> list[tuple[int, str]]:
    # The last item of an array goes first: removing another one would move it.
    steps = split_pointer(pointer)
    return [(int(step) if step.isdecimal() and len(step) < 9 else -1, step) for step in steps]
