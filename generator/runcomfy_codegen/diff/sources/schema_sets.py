"""Read a set of schemas: a folder, or one at a git revision."""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Collection, Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, DiagnosticsError, has_errors
from runcomfy_codegen.diff.overridden_verdicts import verdict_problems
from runcomfy_codegen.diff.sources.revisions import Revision
from runcomfy_codegen.planning.folder_plan import plan_folder
from runcomfy_codegen.reading.accepted import AcceptedFindings, load_accepted
from runcomfy_codegen.reading.documents import ModelDocuments, load_models
from runcomfy_codegen.reading.files import read_changelog
from runcomfy_codegen.reading.overrides import Overrides, load_overrides
from runcomfy_codegen.reading.service_protocol import (
    DOCUMENTED_PROTOCOL,
    ServiceProtocol,
    load_protocol,
)


@dataclass(frozen=True)
class SchemaSet:
    """The content of a schemas folder."""

    models: dict[str, ModelDocuments]
    protocol: ServiceProtocol
    overrides: Overrides
    accepted: AcceptedFindings = field(default_factory=AcceptedFindings)
    changelog: str = ""
    """The text of its change log."""


EMPTY = SchemaSet({}, DOCUMENTED_PROTOCOL, Overrides())
"""The content of a folder that does not exist yet."""


def read_set(
    source: Path | Revision, diagnostics: list[Diagnostic], only: Collection[str] | None = None
) -> SchemaSet:
    """Read the schemas of `source`, or those of the models `only`; adds to `diagnostics`.

    With `only`, unused overrides are not reported. Raises `OSError` or `GitError` if the
    folder does not exist.
    """
    if isinstance(source, Revision):
        return _read_revision(source, diagnostics, only)
    if not source.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "is not a folder of schemas", str(source))
    models, model_problems = load_models(source, only)
    overrides, override_problems = load_overrides(source)
    diagnostics += [*model_problems, *override_problems, *verdict_problems(overrides)]
    if only is None and not has_errors(diagnostics):
        diagnostics += _unused_overrides(source, overrides)
    protocol, protocol_problems = load_protocol(source)
    accepted, accepted_problems = load_accepted(source)
    diagnostics += [*protocol_problems, *accepted_problems]
    by_id = {str(model.model_id): model for model in models}
    return SchemaSet(by_id, protocol, overrides, accepted, read_changelog(source))


def read_valid_sets(*sources: Path | Revision) -> list[SchemaSet]:
    """Read the schemas of all `sources`; raises `DiagnosticsError` if one of them has errors."""
    diagnostics: list[Diagnostic] = []
    sets = [read_set(source, diagnostics) for source in sources]
    if has_errors(diagnostics):
        raise DiagnosticsError(diagnostics)
    return sets


def _unused_overrides(schemas: Path, overrides: Overrides) -> list[Diagnostic]:
    """Return an error for each override that matches nothing."""
    if not overrides.models:
        return []
    # Whether a name is used shows only when all models are planned.
    diagnostics = plan_folder(schemas).diagnostics
    return [diagnostic for diagnostic in diagnostics if diagnostic.code == "unused-override"]


def _read_revision(
    revision: Revision, diagnostics: list[Diagnostic], only: Collection[str] | None
) -> SchemaSet:
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
