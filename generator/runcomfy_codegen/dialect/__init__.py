"""The dialect of RunComfy's docs, read as JSON Schema 2020-12."""

from runcomfy_codegen.dialect.interpreting import (
    input_schema,
    output_root,
    output_schema,
    stated_output,
)

__all__ = ["input_schema", "output_root", "output_schema", "stated_output"]
