"""Black, which says whether generated source is in its form."""

from __future__ import annotations

import black

_MODE = black.Mode(target_versions={black.TargetVersion.PY311})


def printed_by_black(source: str) -> str:
    """Return Python `source` as black prints it, by its defaults."""
    return black.format_str(source, mode=_MODE)
