# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: ae625d53e202aac573178145a4325a69
"""Keywords about strings: their length in characters, and patterns."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from pydantic_core import SchemaError, SchemaValidator, core_schema

from .faults import Fault, Test
from .keyword import Build, Compile, Schema
from .sizes import sizes


def matcher(pattern: str) -> Callable[[str], bool]:
    """Whether a string has a match of `pattern` anywhere.

    Rust's engine, which takes time in proportion to the string alone; Python's for what
    that one does not have: looking ahead and behind.
    """
    try:
        linear = SchemaValidator(core_schema.str_schema(pattern=pattern))
    except SchemaError:
        compiled = re.compile(pattern)
        return lambda text: compiled.search(text) is not None
    return linear.isinstance_python


def _pattern(schema: Schema, _: Compile) -> Test:
    matches = matcher(schema["pattern"])
    fault = Fault((), f"String should match pattern '{schema['pattern']}'")

    def test(value: Any) -> Iterator[Fault]:
        if not matches(value):
            yield fault

    return test


KEYWORDS: dict[str, Build] = {
    **sizes("Length", "String should have", "characters"),
    "pattern": _pattern,
}
