# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 6cc68244dae0633d5fc4ead99e9aa21f
"""Warn of inputs that are sent unchecked: the option `extra_inputs`."""

from collections.abc import Collection

from ..logger import LOGGER


def warn_of_extra_inputs(model_id: str, names: Collection[str]) -> None:
    """Log the names of inputs that the schema of a model does not have; none are fine."""
    if names:
        LOGGER.warning("%s: sending unchecked: %s", model_id, ", ".join(names))
