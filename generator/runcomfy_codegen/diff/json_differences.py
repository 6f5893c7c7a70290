"""Find where two JSON documents differ, without interpreting them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from runcomfy_codegen.diff.common_prefix import common_prefix_length
from runcomfy_codegen.json_schema.pointers import join_pointer, split_pointer
from runcomfy_codegen.json_schema.values import ABSENT, is_array, is_object, json_key


def json_differences(old: Any, new: Any, pointer: str = "") -> Iterator[str]:
    """Yield the pointer of each difference between two JSON values, as deep as it can be.

    Neither the order of keys is one, nor 1 in place of 1.0.
    """
    if is_object(old) and is_object(new):
        for key in dict.fromkeys([*old, *new]):
            inner = pointer + join_pointer(key)
            yield from json_differences(old.get(key, ABSENT), new.get(key, ABSENT), inner)
    elif is_array(old) and is_array(new) and len(old) == len(new):
        for index, (before, after) in enumerate(zip(old, new, strict=True)):
            yield from json_differences(before, after, pointer + join_pointer(index))
    elif json_key(old) != json_key(new):
        yield pointer


def common_pointer(pointers: Sequence[str]) -> str:
    """Return the pointer of the innermost value that contains all `pointers`."""
    first, *others = map(split_pointer, pointers)
    lengths = (common_prefix_length(first, other) for other in others)
    return join_pointer(*first[: min(lengths, default=None)])
