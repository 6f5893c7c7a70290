"""What a command compares: a folder of schemas, or such a folder at a git revision."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, has_errors
from runcomfy_codegen.diff.override_changes import unmatched
from runcomfy_codegen.diff.ranks import rank_problems
from runcomfy_codegen.diff.revisions import Revision
from runcomfy_codegen.reading.documents import ModelDocuments, load_models
from runcomfy_codegen.reading.overrides import Overrides, load_overrides
from runcomfy_codegen.reading.service import DOCUMENTED_SERVICE, Service, load_service


@dataclass(frozen=True)
class SchemaSet:
    """Everything that a schemas folder says, as one side of a comparison."""

    models: dict[str, ModelDocuments]
    service: Service
    overrides: Overrides


EMPTY = SchemaSet({}, DOCUMENTED_SERVICE, Overrides())
"""Where there is nothing yet."""


def read_set(
    source: Path | Revision, found: list[Diagnostic], only: Collection[str] | None = None
) -> SchemaSet:
    """The schemas of `source`; what is wrong with its files goes to `found`.

    With `only`, no other models are read, and overrides are not held against them. Raises
    `OSError` or `RevisionError` where there is no such folder.
    """
    if isinstance(source, Revision):
        with _checked_out(source, only) as folder:
            noted: list[Diagnostic] = []
            result = read_set(folder, noted, only)
            found += _renamed(noted, folder, str(source))
            return result
    if not source.is_dir():
        raise NotADirectoryError(20, "is not a folder of schemas", str(source))
    models, problems = load_models(source, only)
    overrides, others = load_overrides(source)
    found += [*problems, *others, *rank_problems(overrides)]
    if only is None and not has_errors(found):
        found += unmatched(source, overrides)
    by_id = {str(model.model_id): model for model in models}
    service, problems = load_service(source)
    found += problems
    return SchemaSet(by_id, service, overrides)


@contextmanager
def _checked_out(revision: Revision, only: Collection[str] | None) -> Generator[Path]:
    """The files of `revision` in a folder of their own, for as long as they are read."""
    with tempfile.TemporaryDirectory(prefix="runcomfy-") as name:
        folder = Path(name)
        for path, data in revision.files(only):
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        yield folder


def _renamed(found: Iterable[Diagnostic], folder: Path, name: str) -> list[Diagnostic]:
    """`found` with the files called as the user calls them."""
    prefix = folder.as_posix()
    return [replace(one, file=name + one.file.removeprefix(prefix)) for one in found]
