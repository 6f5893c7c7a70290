"""The OpenAPI document that the simulator serves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from runcomfy_codegen.export.exported_model import read_exported
from runcomfy_codegen.export.openapi import openapi_document


def served_document(schemas: Path, base_url: str) -> dict[str, Any]:
    """Return the document of the models below `schemas`, whose calls go to `base_url`.

    Raises what `read_exported` raises.
    """
    exported = read_exported(schemas)
    return openapi_document(exported.models, replace(exported.protocol, base_url=base_url))
