"""Format the result for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from runcomfy_codegen.check.result import CheckResult, DriftedFile
from runcomfy_codegen.untrusted_text import printable


def as_text(result: CheckResult) -> str:
    """Return each file that differs, with its causes and diff, or one line if none does.

    A failed check gives no text: the command reports it on standard error.
    """
    if result.failure:
        return ""
    if not result.files:
        return f"{result.out}: up to date, {result.models} models\n"
    lines = [line for file in result.files for line in _file(file)]
    end = f"to fix it: {result.advice}"
    # Diffs contain text from pages, which must not control the terminal.
    return "".join(f"{printable(line)}\n" for line in (*lines, "", end))


def _file(file: DriftedFile) -> Iterator[str]:
    yield f"{file.state}: {file.path}"
    yield from (f"  cause: {cause}" for cause in file.causes)
    yield from (f"  {line}" for line in file.diff)
