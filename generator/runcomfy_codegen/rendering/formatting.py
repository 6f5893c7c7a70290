"""The one place that imports black."""

from __future__ import annotations

import black
from black.mode import TargetVersion

_MODE = black.Mode(target_versions={TargetVersion.PY311})


def formatted(source: str) -> str:
    """Python `source` as `black` prints it at its default settings."""
    return black.format_str(source, mode=_MODE)
