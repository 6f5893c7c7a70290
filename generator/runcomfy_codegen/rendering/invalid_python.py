"""Find the line of a user's template that gives invalid Python."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from runcomfy_codegen.output.target import TemplateProblemError
from runcomfy_codegen.template_text import TEMPLATE_SUFFIX, literal_parts


def template_problem(sources: Iterable[str], templates: Path) -> TemplateProblemError | None:
    """Return an error for the first of `sources` that is not valid Python; None if all are.

    It names the line of the folder `templates` that looks most like the one of the source.
    """
    for source in sources:
        try:
            ast.parse(source)
        except SyntaxError as error:
            line = error.lineno or 1
            source_line = "".join(source.splitlines()[line - 1 : line]).strip()
            nothing = (0, templates.as_posix())
            _, place = max(_similar_lines(source_line, templates), default=nothing)
            return TemplateProblemError(f"{place}: invalid Python: {error.msg}: {source_line}")
    return None


def _similar_lines(source_line: str, templates: Path) -> Iterator[tuple[int, str]]:
    """Yield each template line that may give `source_line`: the length of its text, and its place.

    Tags may give anything.
    """
    for template in sorted(templates.rglob(f"*{TEMPLATE_SUFFIX}")):
        for number, line in enumerate(template.read_text("utf-8", "replace").splitlines(), 1):
            parts = literal_parts(line.strip())
            prints = any(parts) or "{{" in line
            if prints and re.fullmatch(".*".join(map(re.escape, parts)), source_line):
                yield len("".join(parts)), f"{template.as_posix()}:{number}"
