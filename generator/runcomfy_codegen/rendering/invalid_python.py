"""Find the line of a user's template that gives no valid Python."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from runcomfy_codegen.output.target import SUFFIX, TemplateProblemError

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")


def template_problem(sources: Iterable[str], templates: Path) -> TemplateProblemError | None:
    """Return an error for the first of `sources` that is not valid Python; None if all are.

    It names the line of the folder `templates` that looks most like the one of the source.
    """
    for source in sources:
        try:
            ast.parse(source)
        except SyntaxError as error:
            line = error.lineno or 1
            wrong = "".join(source.splitlines()[line - 1 : line]).strip()
            place = max(_similar_lines(wrong, templates), default=(0, templates.as_posix()))[1]
            return TemplateProblemError(f"{place}: no valid Python: {error.msg}: {wrong}")
    return None


def _similar_lines(wrong: str, templates: Path) -> Iterator[tuple[int, str]]:
    """Yield the place of each line that may give the line `wrong`, after its own text's length.

    What stands in tags may be anything.
    """
    for template in sorted(templates.rglob(f"*{SUFFIX}")):
        for number, line in enumerate(template.read_text("utf-8", "replace").splitlines(), 1):
            own = _TAG.split(line.strip())
            prints = any(own) or "{{" in line
            if prints and re.fullmatch(".*".join(map(re.escape, own)), wrong):
                yield len("".join(own)), f"{template.as_posix()}:{number}"
