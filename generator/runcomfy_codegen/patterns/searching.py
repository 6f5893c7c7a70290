"""Search text for a pattern, with the engine that a client would use."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from pydantic_core import SchemaValidator, core_schema

from runcomfy_codegen.patterns.translating import translated


@lru_cache(maxsize=1024)
def matcher(pattern: str) -> Callable[[str], bool]:
    """Return a function that says whether a text contains a match of an ECMA 262 `pattern`.

    Raises `UnsupportedPatternError`.
    """
    regex = translated(pattern)
    if regex.linear:
        return SchemaValidator(core_schema.str_schema(pattern=regex.text)).isinstance_python
    compiled = re.compile(regex.text)
    return lambda text: compiled.search(text) is not None
