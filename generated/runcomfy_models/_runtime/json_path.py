# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: e6f8a171afe0f6932d05d20a0da86766
"""The place of a value in a JSON document, as users write it."""

from collections.abc import Sequence

from .truncating import truncated

MAX_STEP = 80
"""Characters of one key in a path."""


def json_path(steps: Sequence[str | int]) -> str:
    """Return `("loras", 0, "scale")` as `loras[0].scale`."""
    path = ""
    for step in steps:
        if isinstance(step, int):
            path += f"[{step}]"
        else:
            path += (
                f".{truncated(step, MAX_STEP)}" if path else truncated(step, MAX_STEP)
            )
    return path
