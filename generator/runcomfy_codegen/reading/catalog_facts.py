"""`catalog.json`: what the model catalog says about a model, beside its input schema."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import is_array, is_number, is_object
from runcomfy_codegen.reading.docs_url import is_https_url
from runcomfy_codegen.untrusted_text import short_repr


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_texts(value: Any) -> bool:
    return is_array(value) and all(map(_is_text, value))


def _is_amount(value: Any) -> bool:
    return is_number(value) and math.isfinite(value) and value >= 0


FACTS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "display_name": (_is_text, "a text"),
    "description": (_is_text, "a text"),
    "categories": (_is_texts, "a list of texts"),
    "kind": (_is_text, "a text"),
    "model_url": (is_https_url, "an https URL"),
    "base_price_usd": (_is_amount, "a number of US dollars, 0 or more"),
    "price_unit": (_is_text, "a text"),
    "pricing_note": (_is_text, "a text"),
}
"""Key that is stored, verbatim: what its value has to be, unless it is null or an empty text."""


def facts_of(document: Any) -> dict[str, Any]:
    """Return the facts of a `catalog.json` that say something; other keys are left out."""
    members = document.items() if is_object(document) else ()
    return {key: value for key, value in members if key in FACTS and not _is_blank(value)}


def problems_of(document: Any) -> Iterator[tuple[str, str]]:
    """Yield pointer and message for each fact that is not of its form."""
    if not is_object(document):
        yield "", "is not an object"
    for key, value in facts_of(document).items():
        is_valid, form = FACTS[key]
        if not is_valid(value):
            yield join_pointer(key), f"is {short_repr(value)}, not {form}"


def _is_blank(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip()) or value == []
