"""Find where two JSON documents differ, whatever they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from runcomfy_codegen.diff.common_start import common_length
from runcomfy_codegen.diff.finding import ABSENT
from runcomfy_codegen.json_schema.pointers import join_pointer, split_pointer
from runcomfy_codegen.json_schema.values import is_array, is_object, json_key


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
    """Return the pointer of what all `pointers` are in."""
    first, *others = map(split_pointer, pointers)
    return join_pointer(*first[: min((common_length(first, one) for one in others), default=None)])
