# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 3ae6fa90c1182aecb3951802d07570b5
"""The destination of a job's files: a folder, a file, or a template of paths."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from runcomfy_models import Result
from runcomfy_models._runtime.batch.templates import Template
from runcomfy_models._runtime.download.file_names import SUFFIXES

from ..errors.command_errors import WrongInput


class Destination:
    """Where the files of one job go."""

    def __init__(self, out: str, key: str, model_id: str) -> None:
        """Take the text of `--out`: a template if it has braces or ends like a medium.

        Raises `click.UsageError` for a template that cannot be used.
        """
        self._to: Path | Callable[[int, str], Path] = expanded(out, "--out")
        if "{" not in out and self._to.suffix.lower() not in SUFFIXES.values():
            self._folder = self._to
            return
        try:
            template = Template(self._to)
        except ValueError as error:
            raise click.UsageError(f"--out: {error}") from None
        day = f"{datetime.now(UTC):%Y-%m-%d}"

        def path_of(number: int, suffix: str) -> Path:
            return template.path(key, model_id, day, number, suffix)

        self._to, self._folder = path_of, path_of(1, "").parent

    def check(self) -> None:
        """Make the folder; raise `WrongInput` if no file can be stored there.

        Asked before a job is paid for.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise self._unusable(error.strerror or str(error)) from None
        if not os.access(self._folder, os.W_OK | os.X_OK):
            raise self._unusable("it cannot be written to")
        if not isinstance(self._to, Path) and self._to(1, "").is_file():
            raise WrongInput(f"--out {self._to(1, '')}: it exists; nothing was sent")

    def download(self, result: Result[Any]) -> list[Path]:
        """Download the files of a job's result; return their paths. Raises `DownloadError`."""
        paths: list[Path] = result.downloads.fetch_all(result.urls, self._to)
        return paths

    def _unusable(self, why: str) -> WrongInput:
        return WrongInput(f"--out {self._folder}: {why}; nothing was sent")


def expanded(path: str, option: str) -> Path:
    """Return the path of an option; `~` in quotes is the home folder, as it is without them."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        raise click.UsageError(
            f"{option} {path}: the home folder does not exist"
        ) from None
