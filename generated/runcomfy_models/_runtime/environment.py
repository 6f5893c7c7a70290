# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 614c6e515bdc37b13fa315e8e674e12f
"""Variables of the environment."""

import os


def variable(name: str) -> str | None:
    """Its value; one of blanks alone is as good as none."""
    value = os.environ.get(name, "")
    return value if value.strip() else None
