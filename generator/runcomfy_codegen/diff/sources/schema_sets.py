"""Read a set of schemas: a folder, or one at a git revision."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Generator, Iterable
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, raise_on_errors
from runcomfy_codegen.diff.checked_schemas import read_checked
from runcomfy_codegen.diff.sources.revisions import Revision
from runcomfy_codegen.reading.stored_schemas import StoredSchemas


def read_set(
    source: Path | Revision, diagnostics: list[Diagnostic], only: Collection[str] | None = None
) -> StoredSchemas:
    """Read the schemas of `source`, or those of the models `only`; adds to `diagnostics`.

    With `only`, unused overrides are not reported. Raises `OSError` or `GitError` if the
    folder does not exist.
    """
    if isinstance(source, Revision):
        return _read_revision(source, diagnostics, only)
    return read_checked(source, diagnostics, only)


def read_valid_sets(*sources: Path | Revision) -> list[StoredSchemas]:
    """Read the schemas of all `sources`; raises `DiagnosticsError` if one of them has errors."""
    diagnostics: list[Diagnostic] = []
    sets = [read_set(source, diagnostics) for source in sources]
    raise_on_errors(diagnostics)
    return sets


def _read_revision(
    revision: Revision, diagnostics: list[Diagnostic], only: Collection[str] | None
) -> StoredSchemas:
    with _checked_out(revision, only) as folder:
        problems: list[Diagnostic] = []
        schemas = read_set(folder, problems, only)
        diagnostics += _with_file_names_of(revision, folder, problems)
        return schemas


@contextmanager
def _checked_out(revision: Revision, only: Collection[str] | None) -> Generator[Path]:
    """Write the files of `revision` to a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="runcomfy-") as name:
        folder = Path(name)
        for path, data in revision.files(only):
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        yield folder


def _with_file_names_of(
    revision: Revision, folder: Path, diagnostics: Iterable[Diagnostic]
) -> list[Diagnostic]:
    """Replace the temporary folder in `diagnostics` by the name of `revision`."""
    prefix = folder.as_posix()
    return [
        replace(diagnostic, file=f"{revision}{diagnostic.file.removeprefix(prefix)}")
        for diagnostic in diagnostics
    ]
