"""Read a schemas folder, and check that all of its overrides mean something.

`show`, `rules` and `sync` begin with this, and `diff` for each of its two sides.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, raise_on_errors
from runcomfy_codegen.diff.overridden_verdicts import verdict_problems
from runcomfy_codegen.planning.folder_plan import plan_folder
from runcomfy_codegen.reading.overrides import Overrides
from runcomfy_codegen.reading.stored_schemas import StoredSchemas, load_schemas


def read_valid(schemas: Path) -> StoredSchemas:
    """Read the folder `schemas`; raises `DiagnosticsError` if it has errors, and `OSError`."""
    diagnostics: list[Diagnostic] = []
    stored = read_checked(schemas, diagnostics)
    raise_on_errors(diagnostics)
    return stored


def read_checked(
    schemas: Path, diagnostics: list[Diagnostic], only: Collection[str] | None = None
) -> StoredSchemas:
    """Read the folder `schemas`, or the models `only`; adds to `diagnostics`.

    With `only`, unused overrides are not reported. Raises `OSError` if the folder does not exist.
    """
    stored, problems = load_schemas(schemas, only)
    diagnostics += [*problems, *verdict_problems(stored.overrides)]
    if only is None:
        diagnostics += _unused_overrides(schemas, stored.overrides)
    return stored


def _unused_overrides(schemas: Path, overrides: Overrides) -> list[Diagnostic]:
    """Return an error for each override that matches nothing."""
    if not overrides.models:
        return []
    # Whether a name is used shows only when all models are planned.
    diagnostics = plan_folder(schemas).diagnostics
    return [diagnostic for diagnostic in diagnostics if diagnostic.code == "unused-override"]
