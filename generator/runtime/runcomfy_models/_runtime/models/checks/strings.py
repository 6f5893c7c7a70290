"""Keywords that apply to strings: their length in characters, and `pattern`."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from pydantic_core import SchemaError, SchemaValidator, core_schema

from .keyword import Compile, Keyword, Schema
from .sizes import sizes
from .violations import Validator, Violation


def matcher(pattern: str) -> Callable[[str], bool]:
    """Return a function that says whether `pattern` matches anywhere in a string."""
    # Pydantic's own engine, in Rust, takes linear time. Python's, which may backtrack, is used
    # only for what the other one lacks: lookahead and lookbehind.
    try:
        linear = SchemaValidator(core_schema.str_schema(pattern=pattern))
    except SchemaError:
        compiled = re.compile(pattern)
        return lambda text: compiled.search(text) is not None
    return linear.isinstance_python


def _pattern(schema: Schema, _: Compile) -> Validator:
    matches = matcher(schema["pattern"])
    violation = Violation((), f"String should match pattern '{schema['pattern']}'")

    def validate(value: Any) -> Iterator[Violation]:
        if not matches(value):
            yield violation

    return validate


KEYWORDS: dict[str, Keyword] = {
    **sizes("Length", "String should have", "characters"),
    "pattern": _pattern,
}
