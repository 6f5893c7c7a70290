"""Environment variables."""

import os


def variable(name: str) -> str | None:
    """Return the value of an environment variable; a blank value counts as unset."""
    value = os.environ.get(name, "")
    return value if value.strip() else None
