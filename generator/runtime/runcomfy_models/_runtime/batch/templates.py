"""The paths of a job's files, from a template: `out/{key}{suffix}`."""

import os
import re
from itertools import takewhile
from pathlib import Path
from string import Formatter

from ..download.file_names import SUFFIXES, safe_name

FIELDS = ("key", "model", "n", "suffix", "date")

NUMBER_FORMAT = re.compile(r"0?\d{0,2}d?")
"""How `{n}` may be formatted: `{n:03}`."""


class Template:
    """A template of paths; `text` is what the user gave."""

    def __init__(self, text: str | Path) -> None:
        """Raise `ValueError` for an unknown field, and for a path that leaves its folder."""
        self.text = str(text)
        _check(self.text)
        self._has_number = "{n" in self.text

    def check_folder(self) -> None:
        """Raise `ValueError` if the folder of all files cannot be made, or written to."""
        parts = takewhile(lambda part: "{" not in part, Path(self.text).parent.parts)
        folder = Path(*parts)
        there = next(filter(os.path.exists, (folder, *folder.parents)), folder)
        if not there.is_dir():
            raise ValueError(f"files cannot be stored in {folder}: {there} is a file")
        if not os.access(there, os.W_OK | os.X_OK):
            raise ValueError(
                f"files cannot be stored in {folder}: {there} cannot be written to"
            )

    def path(self, key: str, model_id: str, day: str, number: int, suffix: str) -> Path:
        """Return the path of a job's file; `number` counts its files from 1.

        `suffix` is that of the file, such as `.mp4`; `day` is that of the plan.
        """
        values = {"key": safe_name(key), "model": safe_name(model_id), "date": day}
        end = suffix if self._has_number or number == 1 else f"-{number}{suffix}"
        path = Path(self.text.format(**values, n=number, suffix=end))
        if "{suffix}" in self.text or end == suffix:
            return path
        own = path.suffix if path.suffix.lower() in SUFFIXES.values() else ""
        return path.with_name(f"{path.name.removesuffix(own)}-{number}{own}")

    def stem(self, key: str, model_id: str, day: str) -> str:
        """Return the part of the path that has to differ between jobs, on any file system."""
        return str(self.path(key, model_id, day, 1, "")).casefold()


def _check(text: str) -> None:
    try:
        parts = list(Formatter().parse(text))
    except ValueError as error:
        raise ValueError(
            f"the template of files {text!r} is not readable: {error}"
        ) from None
    for _, name, spec, conversion in parts:
        is_known = name in FIELDS and not conversion
        is_plain = not spec or (name == "n" and NUMBER_FORMAT.fullmatch(spec))
        if name is not None and not (is_known and is_plain):
            listed = ", ".join(f"{{{field}}}" for field in FIELDS)
            raise ValueError(
                f"the template of files {text!r} has {{{name}}}: there are {listed}"
            )
    if ".." in Path(text).parts:
        raise ValueError(
            f"the template of files {text!r} leaves its folder: give it without .."
        )
    if not text or text.endswith(("/", "\\")):
        raise ValueError(
            f"the template of files {text!r} names a folder: out/{{key}}{{suffix}} names files"
        )
