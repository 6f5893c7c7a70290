"""Constraints of JSON Schema that no type and no `Field` keeps exactly.

Each function makes the metadata of an `Annotated` type; a class carries `fits` of its own
as `class Input(InputModel, check=checks.fits({…}))`.
"""

from typing import Any

from .check import Check


def multiple_of(step: int | float) -> Check:
    """`multipleOf`, exact in decimals: 0.3 is a multiple of 0.1."""
    return Check({"multipleOf": step})


def unique_items() -> Check:
    """`uniqueItems`: no two items are equal as JSON."""
    return Check({"uniqueItems": True})


def one_of(*allowed: Any) -> Check:
    """`enum` with values that `Literal` cannot hold: equal as JSON to one of them."""
    return Check({"enum": list(allowed)})


def fits(schema: Any, definitions: dict[str, Any] | None = None) -> Check:
    """The keywords of `schema`, a JSON Schema of draft 2020-12.

    `definitions` has the schema behind each `$ref`. A `pattern` is not the page's own: it
    was translated from ECMA 262 to what the engines here read in the same sense.
    """
    return Check(schema, definitions or {})
