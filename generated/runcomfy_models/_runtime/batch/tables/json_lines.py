# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 73a6665a385dc0ee956240ef45212633
"""Rows of a file with a JSON object a line."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...json_value import RepeatedName, is_object, parse_json
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
        value: Any = parse_json(line)
        if not is_object(value):
            return TableProblem("is not a JSON object")
        check_utf_8(value, key_column)
    except json.JSONDecodeError as error:
        return TableProblem(f"is not JSON: {error.msg} at character {error.pos + 1}")
    except RepeatedName as error:
        return TableProblem("is there twice", column=error.name)
    except ValueError as error:  # a number of thousands of digits
        return TableProblem(f"is not JSON: {error}")
    except RecursionError:
        return TableProblem("is nested too deeply")
    except TableProblem as problem:
        return problem
    return value
