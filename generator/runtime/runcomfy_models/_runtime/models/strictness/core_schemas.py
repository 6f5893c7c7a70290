"""Put a function before or around a core schema of pydantic."""

from collections.abc import Callable
from typing import Any, cast

from pydantic_core import CoreSchema, core_schema


def before(function: Callable[[Any], Any], schema: CoreSchema) -> CoreSchema:
    """Call `function` first, then validate what it returns by `schema`."""
    inner, ref = _without_ref(schema)
    return core_schema.no_info_before_validator_function(function, inner, ref=ref)


def around(
    function: Callable[[Any, Callable[[Any], Any]], Any], schema: CoreSchema
) -> CoreSchema:
    """Call `function` with the value and with a function that validates it by `schema`."""
    inner, ref = _without_ref(schema)
    return core_schema.no_info_wrap_validator_function(function, inner, ref=ref)


def _without_ref(schema: CoreSchema) -> tuple[CoreSchema, str | None]:
    """Return `schema` without the name by which others refer to it, and that name."""
    # The name moves to the outer schema, so that references include the function.
    inner = dict(cast(dict[str, Any], schema))
    ref = inner.pop("ref", None)
    return cast(CoreSchema, inner), ref
