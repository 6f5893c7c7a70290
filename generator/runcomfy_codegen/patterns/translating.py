"""Translate a schema's ECMA 262 pattern into the syntax of a client's engine."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from functools import lru_cache

from pydantic_core import SchemaError, SchemaValidator, core_schema

from runcomfy_codegen.patterns.backtracking import why_slow
from runcomfy_codegen.patterns.parsing import PatternParser
from runcomfy_codegen.patterns.tree import (
    CharacterSet,
    Lookaround,
    Node,
    UnsupportedPatternError,
    walk,
)
from runcomfy_codegen.patterns.writing import PYTHON_BOUNDARIES, RUST_BOUNDARIES, write

MAX_PATTERN_CHARS = 10_000
"""Characters of a pattern that is translated."""


@dataclass(frozen=True)
class Regex:
    """A pattern that means the same to its engine as the schema's pattern means to ECMA 262."""

    text: str
    linear: bool
    """Whether the engine is pydantic's, which is written in Rust and takes linear time; else re."""


@lru_cache(maxsize=1024)
def translated(pattern: str) -> Regex:
    """Translate `pattern` for pydantic's engine, or for `re` if it has lookarounds.

    Raises `UnsupportedPatternError` if no engine reads it in the same way, or if `re` could take
    more than linear time.
    """
    if len(pattern) > MAX_PATTERN_CHARS:
        raise UnsupportedPatternError(f"longer than {MAX_PATTERN_CHARS} characters")
    tree = PatternParser(pattern).parse()
    if any(isinstance(node, Lookaround) for node in walk(tree)):
        return _for_python(tree)
    return _for_rust(tree)


def _for_rust(tree: Node) -> Regex:
    text = write(tree, RUST_BOUNDARIES)
    try:
        SchemaValidator(core_schema.str_schema(pattern=text))
    except SchemaError:  # too large when compiled, or a Unicode property that it does not know
        raise UnsupportedPatternError("the engine refuses it") from None
    return Regex(text, linear=True)


def _for_python(tree: Node) -> Regex:
    if any(isinstance(node, CharacterSet) and node.properties for node in walk(tree)):
        raise UnsupportedPatternError("a lookaround together with a Unicode property")
    if reason := why_slow(tree):
        raise UnsupportedPatternError(f"a lookaround, which is slow together with {reason}")
    text = write(tree, PYTHON_BOUNDARIES)
    try:
        with warnings.catch_warnings():  # re warns of classes that may become set operations
            warnings.simplefilter("ignore")
            re.compile(text)
    except (re.error, OverflowError, RecursionError):
        raise UnsupportedPatternError("a lookbehind whose length is not fixed") from None
    return Regex(text, linear=False)
