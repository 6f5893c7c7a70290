"""Format generated source in black's form: the one place that runs ruff."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from runcomfy_codegen.atomic_write import naming_in_errors
from runcomfy_codegen.rendering.columns import LINE

_FORMAT = (
    *("format", "--isolated", "--no-cache", "--no-respect-gitignore", "--color", "never"),
    *("--line-length", str(LINE), "--target-version", "py311", "."),
)
"""Arguments of ruff: format the current folder, with no settings but these."""


class FormattingError(Exception):
    """Ruff could not format generated source, which is a bug of the generator."""


def formatted(sources: Mapping[str, str]) -> dict[str, str]:
    """Return Python `sources` formatted, under their keys.

    Ruff is started once for all of them, and only if there are any. It works on files
    in a temporary folder. Raises `FormattingError` if a source is not valid Python, and
    `OSError` if ruff is missing.
    """
    if not sources:
        return {}
    with tempfile.TemporaryDirectory(prefix="runcomfy-codegen-") as folder:
        # Files are numbered: a key may be text from a page, which must not name a file.
        files = {key: Path(folder, f"{number}.py") for number, key in enumerate(sources)}
        for key, file in files.items():
            with naming_in_errors(file):
                file.write_bytes(sources[key].encode())
        _run_ruff(folder, list(sources))
        return {key: file.read_bytes().decode() for key, file in files.items()}


def _run_ruff(folder: str, names: list[str]) -> None:
    """Format the files in `folder`; in errors, the one with number N is called `names[N]`."""
    done = subprocess.run(  # noqa: S603  the arguments are ours
        [_ruff(), *_FORMAT], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        words = re.sub(r"\b(\d+)\.py\b", lambda match: names[int(match[1])], done.stderr)
        raise FormattingError(f"ruff exited with {done.returncode}: {words.strip()}")


def _ruff() -> str:
    """Return the path of the ruff that pip installed, which need not be on the PATH."""
    ruff = import_module("ruff")  # not a statement, which type checkers want stubs for
    try:
        path: str = ruff.find_ruff_bin()
    except FileNotFoundError as error:
        hint = 'Reinstall: pip install --force-reinstall "runcomfy-models[codegen]"'
        raise FileNotFoundError(f"{str(error).strip()}\n{hint}") from None
    return path
