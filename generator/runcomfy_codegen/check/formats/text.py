"""The outcome for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from runcomfy_codegen.check.outcome import Checked, DriftedFile
from runcomfy_codegen.untrusted_text import printable


def as_text(checked: Checked) -> str:
    """A line where all is well, else each file with cause and diff, and the way to mend it.

    What kept a check from being done goes to standard error instead.
    """
    if checked.failure:
        return ""
    if not checked.files:
        return f"{checked.out}: up to date, {checked.models} models\n"
    lines = [line for file in checked.files for line in _file(file)]
    return "".join(f"{printable(line)}\n" for line in (*lines, "", f"to mend it: {checked.mend}"))


def _file(file: DriftedFile) -> Iterator[str]:
    yield f"{file.state}: {file.path}"
    yield from (f"  cause: {cause}" for cause in file.causes)
    yield from (f"  {line}" for line in file.diff)
