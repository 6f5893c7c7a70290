# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 5ab6c31efdf3ff32fbe90cf0b10581b1
"""The form of a keyword of JSON Schema: a function that makes its validator."""

from collections.abc import Callable
from typing import Any

from .violations import Validator

Schema = dict[str, Any]

Compile = Callable[[Any], Validator]
"""Returns the validator of a subschema."""

Keyword = Callable[[Schema, Compile], Validator]
"""Returns the validator of one keyword in a schema; subschemas go through `Compile`."""
