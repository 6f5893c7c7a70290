# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 12e9ed12f0f628e44b703712c2df8f6b
"""Environment variables."""

import os


def variable(name: str) -> str | None:
    """Return the value of an environment variable; a blank value counts as unset."""
    value = os.environ.get(name, "")
    return value if value.strip() else None
