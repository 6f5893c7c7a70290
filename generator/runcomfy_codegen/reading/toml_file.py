"""Read a TOML file that a maintainer keeps beside the schemas."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.reading.files import read_text


class TomlFile(NamedTuple):
    """A parsed file."""

    text: str
    table: dict[str, Any]


def read_toml(path: Path, invalid: str, notes: Notes) -> TomlFile | None:
    """Return the content of `path`; None if it cannot be read, which is noted.

    A file that does not exist is empty. `invalid` is the code of one that is not TOML.
    """
    try:
        text = read_text(path) or ""
        return TomlFile(text, tomllib.loads(text))
    except OSError as error:
        notes.add("unreadable", "", error.strerror or str(error))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        notes.add(invalid, "", f"cannot be read: {error}")
    return None
