"""Rows of a file with a JSON object a line."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...json_value import is_object
from .problem import TableProblem
from .utf_8 import check_utf_8, open_table


def json_lines(
    path: Path, key_column: str
) -> Iterator[tuple[str, dict[str, Any] | TableProblem]]:
    """Yield the location of each row, and its values; blank lines are skipped."""
    with open_table(path) as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield f"{path.name}:{number}", _row(line, key_column)


def _row(line: str, key_column: str) -> dict[str, Any] | TableProblem:
    try:
        value: Any = json.loads(line, object_pairs_hook=_members)
        if not is_object(value):
            return TableProblem("is not a JSON object")
        check_utf_8(value, key_column)
    except json.JSONDecodeError as error:
        return TableProblem(f"is not JSON: {error.msg} at character {error.pos + 1}")
    except RecursionError:
        return TableProblem("is nested too deeply")
    except TableProblem as problem:
        return problem
    return value


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a JSON object; raise `TableProblem` for a name that occurs twice."""
    # A dict would silently drop the first of two values.
    members = dict(pairs)
    if len(members) < len(pairs):
        name, _ = Counter(name for name, _ in pairs).most_common(1)[0]
        raise TableProblem("is there twice", column=name)
    return members
