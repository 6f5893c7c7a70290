"""Constraints of JSON Schema that neither a type nor `Field` expresses exactly.

Each function returns metadata for an `Annotated` type. A class takes the result of `fits`
as an argument: `class Input(InputModel, check=checks.fits({…}))`.
"""

from typing import Any

from .check import Check


def multiple_of(step: int | float) -> Check:
    """Check `multipleOf`, exactly in decimals: 0.3 is a multiple of 0.1."""
    return Check({"multipleOf": step})


def unique_items() -> Check:
    """Check `uniqueItems`: no two items are equal as JSON."""
    return Check({"uniqueItems": True})


def one_of(*allowed: Any) -> Check:
    """Check `enum` with values that `Literal` cannot express: equal as JSON to one of them."""
    return Check({"enum": list(allowed)})


def fits(schema: Any, definitions: dict[str, Any] | None = None) -> Check:
    """Check all keywords of `schema`, a JSON Schema of draft 2020-12.

    `definitions` has the schema behind each `$ref`. A `pattern` differs from the docs page:
    the generator translates it from ECMA 262 for the engines that are used here.
    """
    return Check(schema, definitions or {})
