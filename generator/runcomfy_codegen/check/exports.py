"""Find the committed exports that differ from what the schemas give now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from runcomfy_codegen.check.cause import Cause
from runcomfy_codegen.export.committed import CommittedExport, committed_exports
from runcomfy_codegen.export.inexpressible import InexpressibleError
from runcomfy_codegen.export.unknown_model import UnknownModelError
from runcomfy_codegen.generate.build_cache import BuildCache
from runcomfy_codegen.generate.digests import digest
from runcomfy_codegen.output.comparing import diff_lines
from runcomfy_codegen.output.file_digest import file_digest
from runcomfy_codegen.untrusted_text import printable


@dataclass(frozen=True)
class CheckedExport:
    """A committed export, and whether it is up to date."""

    export: CommittedExport
    built: str | None = None
    """The expected content, if that is known and differs from the file's."""
    cause: Cause | None = None
    """The reason why it differs; None if it is up to date."""


def checked_exports(schemas: Path, run_key: str, cache: BuildCache) -> Iterator[CheckedExport]:
    """Yield each committed export of `schemas`; `run_key` identifies their content in `cache`."""
    for export in committed_exports(schemas):
        key = digest(run_key, str(export.command))
        cached_digest = cache.get("export", [key]).get(key)
        if cached_digest != file_digest(export.text):
            yield _compared(export, schemas, key, cache)
        else:
            yield CheckedExport(export)


def _compared(export: CommittedExport, schemas: Path, key: str, cache: BuildCache) -> CheckedExport:
    try:
        built = export.command.text(schemas)
    except UnknownModelError as error:
        message = (
            f"the schemas no longer contain a model {error.pattern!r}: export others, or remove it"
        )
        return CheckedExport(export, None, Cause(export.path.as_posix(), 1, message))
    except InexpressibleError as error:
        message = f"a model can no longer be exported as a strict tool: {printable(str(error))}"
        return CheckedExport(export, None, Cause(export.path.as_posix(), 1, message))
    cache.put("export", {key: file_digest(built)})
    if built == export.text:
        return CheckedExport(export)
    line_pairs = zip_longest(export.text.splitlines(), built.splitlines())
    line = next(number for number, (old, new) in enumerate(line_pairs, 1) if old != new)
    message = "differs from what the schemas give now"
    return CheckedExport(export, built, Cause(export.path.as_posix(), line, message))


def export_diff(checked: CheckedExport) -> Iterator[str]:
    """Yield the lines of a diff from the file to its expected content, if that is known."""
    if checked.built is not None:
        name = checked.export.path.as_posix()
        before, after = checked.export.text.splitlines(), checked.built.splitlines()
        yield from diff_lines(before, after, name)
