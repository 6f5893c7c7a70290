"""From a pattern as a schema has it to a pattern as a client's engine reads it."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from functools import lru_cache

from pydantic_core import SchemaError, SchemaValidator, core_schema

from runcomfy_codegen.patterns.backtracking import why_slow
from runcomfy_codegen.patterns.parsing import Reader
from runcomfy_codegen.patterns.tree import (
    Characters,
    Look,
    Node,
    UnsupportedPatternError,
    every_node,
)
from runcomfy_codegen.patterns.writing import BACKTRACKING, LINEAR, written

MAX_PATTERN_CHARS = 10_000
"""Characters of a pattern that are read."""


@dataclass(frozen=True)
class Regex:
    """A pattern that means to its engine what the schema's own means to ECMA 262."""

    text: str
    linear: bool
    """Whether Rust's engine reads it, which is pydantic's own and never takes long."""


@lru_cache(maxsize=1024)
def translated(pattern: str) -> Regex:
    """`pattern` of ECMA 262 for an engine, or `UnsupportedPatternError`.

    Rust's engine reads it, in time that grows with the text alone. What has to look ahead or
    behind is left to Python's, unless it could take longer there.
    """
    if len(pattern) > MAX_PATTERN_CHARS:
        raise UnsupportedPatternError(f"a pattern of more than {MAX_PATTERN_CHARS} characters")
    tree = Reader(pattern).pattern()
    nodes = list(every_node(tree))
    if any(isinstance(node, Look) for node in nodes):
        return _backtracking(tree, nodes)
    text = written(tree, LINEAR)
    try:
        SchemaValidator(core_schema.str_schema(pattern=text))
    except SchemaError:
        raise UnsupportedPatternError("more than the engine takes") from None
    return Regex(text, linear=True)


def _backtracking(tree: Node, nodes: list[Node]) -> Regex:
    if any(isinstance(node, Characters) and node.properties for node in nodes):
        raise UnsupportedPatternError("looking ahead or behind beside a Unicode property")
    if why := why_slow(tree):
        raise UnsupportedPatternError(f"looking ahead or behind, which takes long beside {why}")
    text = written(tree, BACKTRACKING)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(text)
    except (re.error, OverflowError, RecursionError):
        raise UnsupportedPatternError("looking behind over a text of no fixed length") from None
    return Regex(text, linear=False)
