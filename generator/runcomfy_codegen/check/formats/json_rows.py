"""The outcome for a program."""

from __future__ import annotations

import json
from dataclasses import asdict

from runcomfy_codegen.check.outcome import Checked
from runcomfy_codegen.diagnostics.diagnostic import as_rows


def as_json(checked: Checked) -> str:
    """One JSON object: `clean` (null where it could not be told), `files`, `mend` and the rest."""
    clean = None if checked.failure else not checked.files
    files = [
        {
            "path": file.path,
            "state": file.state,
            "causes": [asdict(cause) for cause in file.causes],
            "diff": list(file.diff),
        }
        for file in checked.files
    ]
    outcome = {
        "clean": clean,
        "models": checked.models,
        "unchanged": len(checked.unchanged),
        "files": files,
        "mend": checked.mend,
        "failure": checked.failure,
        "diagnostics": as_rows(checked.diagnostics),
    }
    return json.dumps(outcome, indent=2) + "\n"
