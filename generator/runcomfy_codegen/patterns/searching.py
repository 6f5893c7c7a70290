"""Searching a text for a pattern as a client does."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from pydantic_core import SchemaValidator, core_schema

from runcomfy_codegen.patterns.translating import translated


@lru_cache(maxsize=1024)
def matcher(pattern: str) -> Callable[[str], bool]:
    """Whether a text has a match of `pattern`, which is ECMA 262; or `UnsupportedPatternError`."""
    regex = translated(pattern)
    if regex.linear:
        return SchemaValidator(core_schema.str_schema(pattern=regex.text)).isinstance_python
    compiled = re.compile(regex.text)
    return lambda text: compiled.search(text) is not None
