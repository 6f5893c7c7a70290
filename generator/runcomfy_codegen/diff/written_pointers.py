"""Translate pointers into the interpreted schema to pointers into the document as written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from runcomfy_codegen.json_schema.keywords import KEYWORDS, Subschemas
from runcomfy_codegen.json_schema.pointers import exists_at, get_at, join_pointer, split_pointer
from runcomfy_codegen.json_schema.values import is_array, is_object

if TYPE_CHECKING:
    from runcomfy_codegen.diff.sources.sides import Side

_MOVED: dict[tuple[str, ...], tuple[str, ...]] = {
    ("anyOf", "0"): (),  # a schema with `nullable` becomes a member of a union with null
    ("items", "validations"): ("validations",),  # the rules on media are moved to the items
}
"""Steps in the interpreted schema: the same steps in the document."""


def written_pointer(pointer: str, *sides: Side) -> str:
    """Return where `pointer`, which leads into the schemas of `sides`, leads in a document.

    Schemas are compared with what they refer to by `$ref` and `allOf`. The first side that has the
    place counts; if none has it, it is the nearest place above.
    """
    steps = split_pointer(pointer)
    for length in range(len(steps), 0, -1):
        for side in sides:
            schema = get_at(side.raw, side.root, None)
            written = _find(schema, "", steps[:length])
            if written is not None:
                return side.root + written
    return sides[0].root


def _find(document: Any, pointer: str, steps: Sequence[str]) -> str | None:
    """Return where `steps` lead from the schema at `pointer`, or None if they lead nowhere."""
    if not steps:
        return pointer
    length = _step_length(steps[0], len(steps))
    for place in _places(document, pointer, ()):
        target = place + join_pointer(*steps[:length])
        if exists_at(document, target):
            end = _find(document, target, steps[length:])
            if end is not None:
                return end
    written = _MOVED.get(tuple(steps[:2]))
    return None if written is None else _find(document, pointer, [*written, *steps[2:]])


def _step_length(keyword: str, remaining: int) -> int:
    """Return how many of the `remaining` steps, from `keyword` on, lead to the next schema."""
    where = KEYWORDS[keyword].subschemas if keyword in KEYWORDS else None
    if where is None:
        return remaining
    return 1 if where is Subschemas.ONE else 2


def _places(document: Any, pointer: str, seen: tuple[str, ...]) -> Iterator[str]:
    """Yield `pointer`, and those of all schemas that the schema there is merged with."""
    if pointer in seen:
        return
    yield pointer
    node = get_at(document, pointer, None)
    if not is_object(node):
        return
    reference, members = node.get("$ref"), node.get("allOf")
    if isinstance(reference, str):
        yield from _places(document, _target(document, reference), (*seen, pointer))
    for index in range(len(members) if is_array(members) else 0):
        yield from _places(document, f"{pointer}/allOf/{index}", (*seen, pointer))


def _target(document: Any, reference: str) -> str:
    """Return the pointer of a `$ref`; `definitions` and `$defs` are the same to the dialect."""
    pointer = unquote(reference).removeprefix("#")
    older = pointer.replace("/$defs/", "/definitions/", 1)
    newer = pointer.replace("/definitions/", "/$defs/", 1)
    return next(
        (candidate for candidate in (pointer, older, newer) if exists_at(document, candidate)),
        pointer,
    )
