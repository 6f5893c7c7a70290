# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 4f55c6df724e56196a4305d0a06d0533
"""Core schemas of pydantic's with a function of ours before or around them."""

from collections.abc import Callable
from typing import Any, cast

from pydantic_core import CoreSchema, core_schema


def before(function: Callable[[Any], Any], schema: CoreSchema) -> CoreSchema:
    """`function` first, then `schema` with what it returns."""
    inner, ref = _without_ref(schema)
    return core_schema.no_info_before_validator_function(function, inner, ref=ref)


def around(
    function: Callable[[Any, Callable[[Any], Any]], Any], schema: CoreSchema
) -> CoreSchema:
    """`function`, which is handed the value and what validates it by `schema`."""
    inner, ref = _without_ref(schema)
    return core_schema.no_info_wrap_validator_function(function, inner, ref=ref)


def _without_ref(schema: CoreSchema) -> tuple[CoreSchema, str | None]:
    """`schema` and the name by which others refer to it, which goes to what is outside."""
    inner = dict(cast(dict[str, Any], schema))
    ref = inner.pop("ref", None)
    return cast(CoreSchema, inner), ref
