"""`schemas/CHANGELOG.md`: one entry a change set, newest first; what is committed stays as it is.

A change set is what differs from the last commit that has touched the file. Until it is
committed itself, its entry is made anew each time.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from runcomfy_codegen.atomic_write import write_if_changed
from runcomfy_codegen.diagnostics.diagnostic import (
    Diagnostic,
    DiagnosticsError,
    has_errors,
)
from runcomfy_codegen.diff.changed_models import differing
from runcomfy_codegen.diff.comparison import Comparison, compare_sets
from runcomfy_codegen.diff.finding import Finding, Verdict, code
from runcomfy_codegen.diff.formats.counting import model_counts
from runcomfy_codegen.diff.revisions import Revision, RevisionError, git
from runcomfy_codegen.diff.schema_sets import EMPTY, SchemaSet, read_set
from runcomfy_codegen.reading.files import SERVICE
from runcomfy_codegen.untrusted_text import printable

FILE = "CHANGELOG.md"
HEAD = """# Changes of the schemas

Kept by `runcomfy-codegen sync` and `generate`, newest first.
"""
_ENTRY = re.compile(r"^## ", re.MULTILINE)


def record(schemas: Path, before: SchemaSet | None = None) -> str:
    """Bring the change log of `schemas` up to date; returns why that could not be, or nothing.

    The change set begins at the last commit that has touched the log. Outside of a repository
    it begins at `before`, or with the log itself where there is none yet.
    """
    try:
        _record(schemas, before)
    except (RevisionError, DiagnosticsError, OSError) as error:
        return f"{schemas / FILE} was not kept: {str(error).splitlines()[0]}"
    return ""


def _record(schemas: Path, before: SchemaSet | None) -> None:
    path = schemas / FILE
    written = path.read_text(encoding="utf-8") if path.is_file() else ""
    if _is_tracked(schemas):
        comparison, kept = _since_the_commit(schemas)
    elif before or not written:
        comparison, kept = compare_sets(before or EMPTY, _read(schemas)), written
    else:
        return
    entries = kept.removeprefix(HEAD)
    if comparison.findings:
        entries = f"\n{entry(comparison, len(_ENTRY.findall(kept)) + 1)}{entries}"
    if entries:
        write_if_changed(path, HEAD + entries)


def _is_tracked(schemas: Path) -> bool:
    """Whether `schemas` is in a git repository that has a commit."""
    try:
        git(["rev-parse", "--verify", "--quiet", "HEAD"], schemas)
    except RevisionError:
        return False
    return True


def _since_the_commit(schemas: Path) -> tuple[Comparison, str]:
    """What changed since the last commit that has touched the log, and that log."""
    name = str((schemas / FILE).absolute())
    commit = git(["log", "-1", "--format=%H", "--", name], schemas).decode().strip()
    if not commit:
        return compare_sets(EMPTY, _read(schemas)), ""
    log = git(["show", f"HEAD:./{FILE}"], schemas).decode("utf-8", "replace")
    base = Revision(commit, commit, schemas)
    only = differing(base)
    return compare_sets(_read(base, only), _read(schemas, only)), log


def _read(source: Path | Revision, only: Collection[str] | None = None) -> SchemaSet:
    found: list[Diagnostic] = []
    result = read_set(source, found, only)
    if has_errors(found):
        raise DiagnosticsError(found)
    return result


def entry(comparison: Comparison, number: int) -> str:
    """One entry: what follows for the version, and each model with its findings."""
    lines = [f"## {number}. {comparison.bump}", "", f"Models: {model_counts(comparison)}.", ""]
    for model_id, findings in comparison.by_model().items():
        lines += _model(model_id, findings)
    return "\n".join(map(printable, lines)) + "\n"


def _model(model_id: str, findings: list[Finding]) -> Iterator[str]:
    name = code(model_id or SERVICE)
    telling = [one for one in findings if one.verdict > Verdict.WORDS]
    if len(findings) == 1 and not findings[0].pointer:
        yield f"- {name}: {findings[0].words}"
        return
    yield f"- {name}"
    for one in telling:
        yield f"  - {one.verdict} ({one.rule}) {code(one.pointer)}: {one.words}"
    if more := len(findings) - len(telling):
        yield f"  - words: {more} of them"
