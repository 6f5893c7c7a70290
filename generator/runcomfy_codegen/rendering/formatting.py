"""The one place that imports black, which is only asked for what `layout` cannot settle."""

from __future__ import annotations

from functools import cache
from typing import Any


def formatted(source: str) -> str:
    """Python `source` as `black` prints it at its default settings."""
    import black

    return black.format_str(source, mode=_mode())


@cache
def _mode() -> Any:
    import black
    from black.mode import TargetVersion

    return black.Mode(target_versions={TargetVersion.PY311})
