# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: abd67b87df22e2613bbb7bd944b8e306
"""Inputs that are sent although the schema does not have them: the option `extra_inputs`."""

from collections.abc import Mapping
from typing import Any

from .inputs import InputModel
from .payload import wire_name


def refuse_schema_inputs(
    extra: Mapping[str, Any], input_type: type[InputModel]
) -> None:
    """Raise `ValueError` for an extra input that the schema has, by either of its names."""
    fields = input_type.model_fields
    wire_names = {wire_name(name, field) for name, field in fields.items()}
    if known := [name for name in extra if name in wire_names or name in fields]:
        names = ", ".join(known)
        raise ValueError(
            f"extra_inputs: the schema has {names}: give it as an input, which is checked"
        )


def extra_inputs_text(extra: Mapping[str, Any]) -> str:
    """Return what the `repr` of a client adds about its extra inputs; may be empty."""
    return f" with extra_inputs {', '.join(extra)}" if extra else ""
