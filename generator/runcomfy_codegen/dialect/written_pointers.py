"""Translate pointers into the interpreted schema to pointers into the document as written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import unquote

from runcomfy_codegen.json_schema.keywords import KEYWORDS, Subschemas
from runcomfy_codegen.json_schema.pointers import exists_at, get_at, join_pointer, split_pointer
from runcomfy_codegen.json_schema.values import is_array, is_object

_MOVED: dict[tuple[str, ...], tuple[str, ...]] = {
    ("anyOf", "0"): (),  # a schema with `nullable` becomes a member of a union with null
    ("items", "validations"): ("validations",),  # the rules on media are moved to the items
}
"""Steps in the interpreted schema: the same steps in the document."""


def written_pointer(pointer: str, *written: tuple[Any, str]) -> str:
    """Return where `pointer`, which leads into interpreted schemas, leads in what they are made of.

    `written` are documents, each with the pointer of its schema. A place may be in what a schema
    refers to by `$ref` or `allOf`. The first document that has it counts; if none has it, it is
    the nearest place above.
    """
    steps = split_pointer(pointer)
    for length in range(len(steps), 0, -1):
        for document, root in written:
            place = _find(get_at(document, root, None), "", steps[:length])
            if place is not None:
                return root + place
    return written[0][1]


def _find(document: Any, pointer: str, steps: Sequence[str]) -> str | None:
    """Return where `steps` lead from the schema at `pointer`, or None if they lead nowhere."""
    if not steps:
        return pointer
    length = _step_length(steps[0], len(steps))
    for start in _merged_pointers(document, pointer, ()):
        target = _existing(document, start + join_pointer(*steps[:length]))
        if target is not None:
            end = _find(document, target, steps[length:])
            if end is not None:
                return end
    moved = _MOVED.get(tuple(steps[:2]))
    return None if moved is None else _find(document, pointer, [*moved, *steps[2:]])


def _step_length(keyword: str, remaining: int) -> int:
    """Return how many of the `remaining` steps, from `keyword` on, lead to the next schema."""
    where = KEYWORDS[keyword].subschemas if keyword in KEYWORDS else None
    if where is None:
        return remaining
    return 1 if where is Subschemas.ONE else 2


def _merged_pointers(document: Any, pointer: str, seen: tuple[str, ...]) -> Iterator[str]:
    """Yield `pointer`, and those of all schemas that the schema there is merged with."""
    if pointer in seen:
        return
    yield pointer
    node = get_at(document, pointer, None)
    if not is_object(node):
        return
    reference, members = node.get("$ref"), node.get("allOf")
    if isinstance(reference, str):
        target = _existing(document, unquote(reference).removeprefix("#"))
        if target is not None:
            yield from _merged_pointers(document, target, (*seen, pointer))
    for index in range(len(members) if is_array(members) else 0):
        yield from _merged_pointers(document, f"{pointer}/allOf/{index}", (*seen, pointer))


def _existing(document: Any, pointer: str) -> str | None:
    """Return `pointer` as the document spells it: the dialect reads `definitions` as `$defs`."""
    older = pointer.replace("/$defs/", "/definitions/", 1)
    newer = pointer.replace("/definitions/", "/$defs/", 1)
    spellings = (pointer, older, newer)
    return next((spelling for spelling in spellings if exists_at(document, spelling)), None)
