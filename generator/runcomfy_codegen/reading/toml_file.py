"""Read a TOML file that a maintainer keeps beside the schemas."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.reading.files import read_text


class TomlFile(NamedTuple):
    """A parsed file."""

    text: str
    table: dict[str, Any]


def read_toml(path: Path, invalid: str, collector: Collector) -> TomlFile | None:
    """Return the content of `path`; None if it cannot be read, which is noted.

    A file that does not exist is empty. `invalid` is the code of one that is not TOML.
    """
    try:
        text = read_text(path) or ""
    except OSError as error:
        collector.add("unreadable", "", error.strerror or str(error))
        return None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        collector.add(invalid, "", "cannot be read: is not UTF-8", line=line)
        return None
    try:
        return TomlFile(text, tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        collector.add(invalid, "", f"cannot be read: {error}", line=_line(str(error), text))
    return None


def _line(message: str, text: str) -> int:
    """Return the line of a mistake in `text`: `(at line 3, column 5)`, or the last one."""
    position = re.search(r"\(at line (\d+), column \d+\)$", message)
    return int(position[1]) if position else text.count("\n") + 1
