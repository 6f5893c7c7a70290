"""The folders that the generator reads besides `schemas/`.

They are in the installed package, or in their places in a checkout.
"""

from __future__ import annotations

from pathlib import Path

_CODEGEN = Path(__file__).resolve().parent


def templates_folder() -> Path:
    """Return the folder of the templates."""
    installed = _CODEGEN / "templates"
    return installed if installed.is_dir() else _CODEGEN.parents[1] / "templates"


def runtime_folder() -> Path:
    """Return the folder of the client library, which is copied into `runcomfy_models`.

    A package of another name imports it from there.
    """
    installed = _CODEGEN / "runtime"
    return installed if installed.is_dir() else _CODEGEN.parent / "runtime"


def guides_folder() -> Path:
    """Return the folder of README and of the guides in `docs/`."""
    installed = _CODEGEN / "guides"
    return installed if installed.is_dir() else _CODEGEN.parents[1]
