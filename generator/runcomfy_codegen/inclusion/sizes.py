"""Judges of keywords about sizes: of strings, arrays and objects."""

from __future__ import annotations

from runcomfy_codegen.inclusion.conjunctions import max_size, min_size
from runcomfy_codegen.inclusion.judge import Judge


def at_least(keyword: str) -> Judge:
    """Return the judge of a `min…` keyword about sizes."""
    return lambda _, conjunction, __, size: bool(min_size(conjunction, keyword) >= size)


def at_most(keyword: str) -> Judge:
    """Return the judge of a `max…` keyword about sizes."""
    return lambda _, conjunction, __, size: bool(max_size(conjunction, keyword) <= size)
