# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 041be2b3d35ac196e2dfeeced51a6eb8
"""References of a schema to places in its own document, such as `#/$defs/Size`."""

from collections.abc import Mapping
from typing import Any


def target(reference: Any, document: Mapping[str, Any]) -> Any:
    """Return the schema that `reference` leads to; None if it is not a place in `document`.

    Raises `LookupError` for a place that does not exist.
    """
    if not isinstance(reference, str) or not reference.startswith("#/"):
        return None
    place: Any = document
    for step in reference[2:].split("/"):
        place = place[step]
    return place
