"""Variables of the environment."""

import os


def variable(name: str) -> str | None:
    """Its value; one of blanks alone is as good as none."""
    value = os.environ.get(name, "")
    return value if value.strip() else None
