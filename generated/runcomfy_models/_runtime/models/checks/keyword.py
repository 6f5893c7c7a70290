# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: ae1d0a0b723989cc93dc827da1d9b189
"""What every keyword's module says of its keywords."""

from collections.abc import Callable
from typing import Any

from .faults import Test

Schema = dict[str, Any]

Compile = Callable[[Any], Test]
"""From a subschema to its test."""

Build = Callable[[Schema, Compile], Test]
"""From the schema that a keyword stands in to the test that the keyword asks for."""
