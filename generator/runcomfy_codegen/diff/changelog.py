"""Update `schemas/CHANGELOG.md`, which has an entry for each change set, newest first.

A change set is what differs from the last commit that changed the file. Its entry is rewritten
until it is committed; committed entries never change.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from runcomfy_codegen.atomic_write import write_if_changed
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, DiagnosticsError, raise_on_errors
from runcomfy_codegen.diff.comparison import Comparison, compare_sets
from runcomfy_codegen.diff.finding import Finding, Verdict
from runcomfy_codegen.diff.formats.summary import model_counts
from runcomfy_codegen.diff.sources.changed_models import changed_models
from runcomfy_codegen.diff.sources.revisions import Revision
from runcomfy_codegen.diff.sources.schema_sets import read_set
from runcomfy_codegen.git.commits import last_commit, text_at_head
from runcomfy_codegen.git.repository import has_commit, is_shallow
from runcomfy_codegen.git.running import GitError
from runcomfy_codegen.reading.files import CHANGELOG_FILE, SERVICE_FILE, read_changelog
from runcomfy_codegen.reading.stored_schemas import EMPTY, StoredSchemas
from runcomfy_codegen.untrusted_text import code_span, printable

_HEADER = """# Changes of the schemas

Kept by `runcomfy-codegen sync` and `generate`, newest first.
"""
_ENTRY = re.compile(r"^## ", re.MULTILINE)


def update_changelog(schemas: Path, before: StoredSchemas | None = None) -> str:
    """Update the change log of the folder `schemas`; return what is wrong with it, or "".

    The change set begins at the last commit that changed the log. Outside of a git repository it
    begins at `before`; without that, only the first entry of a log is written. Raises `OSError`
    if the log cannot be read or written.
    """
    try:
        _update(schemas, before)
        return _too_late_note(schemas)
    except (GitError, DiagnosticsError) as error:
        return f"{schemas / CHANGELOG_FILE} was not updated: {str(error).splitlines()[0]}"


def _update(schemas: Path, before: StoredSchemas | None) -> None:
    path = schemas / CHANGELOG_FILE
    current = read_changelog(schemas)
    if _has_history(schemas):
        comparison, committed = _since_last_commit(schemas)
    elif before or not current:
        comparison, committed = compare_sets(before or EMPTY, _read(schemas)), current
    else:
        return
    entries = committed.removeprefix(_HEADER)
    if comparison.findings:
        entries = f"\n{_entry(comparison, len(_ENTRY.findall(committed)) + 1)}{entries}"
    if entries:  # a log without entries is not created
        write_if_changed(path, _HEADER + entries)


def _has_history(schemas: Path) -> bool:
    """Return whether git can be asked for the earlier schemas."""
    try:
        return has_commit(schemas)
    except GitError:
        return False


def _since_last_commit(schemas: Path) -> tuple[Comparison, str]:
    """Return the changes since the last commit that changed the log, and the committed log."""
    commit = last_commit(schemas / CHANGELOG_FILE)
    if not commit:
        return compare_sets(EMPTY, _read(schemas)), ""
    base = Revision(commit, commit, schemas)
    only = changed_models(base)
    return compare_sets(_read(base, only), _read(schemas, only)), text_at_head(
        schemas / CHANGELOG_FILE
    )


def _too_late_note(schemas: Path) -> str:
    """Return a note if the change set may begin earlier than the history of a shallow clone."""
    if not _has_history(schemas):
        return ""
    log = schemas / CHANGELOG_FILE
    # A shallow history looks as if its first commit had created all files.
    is_first = is_shallow(schemas) and len(last_commit(log, "%H %P").split()) == 1
    clone = "this clone is shallow; `git fetch --unshallow` gets the whole history"
    return f"{log} may begin too late: {clone}" if is_first else ""


def _read(source: Path | Revision, only: Collection[str] | None = None) -> StoredSchemas:
    diagnostics: list[Diagnostic] = []
    schemas = read_set(source, diagnostics, only)
    raise_on_errors(diagnostics)
    return schemas


def _entry(comparison: Comparison, number: int) -> str:
    lines = [f"## {number}. {comparison.bump}", "", f"Models: {model_counts(comparison)}.", ""]
    for model_id, findings in comparison.by_model().items():
        lines += _model(model_id, findings)
    return "\n".join(map(printable, lines)) + "\n"


def _model(model_id: str, findings: list[Finding]) -> Iterator[str]:
    name = code_span(model_id or SERVICE_FILE)
    if len(findings) == 1 and not findings[0].place.document:
        yield f"- {name}: {findings[0].message}"
        return
    yield f"- {name}"
    listed = [finding for finding in findings if finding.verdict > Verdict.WORDS]
    for finding in listed:
        place = code_span(finding.place)
        yield f"  - {finding.verdict} ({finding.rule}) {place}: {finding.message}"
    if count := len(findings) - len(listed):
        yield f"  - words: {count} change{'s' if count > 1 else ''}"
