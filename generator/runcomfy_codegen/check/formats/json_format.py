"""Format the result as JSON."""

from __future__ import annotations

import json
from typing import Any

from runcomfy_codegen.check.cause import Cause
from runcomfy_codegen.check.result import CheckResult
from runcomfy_codegen.diagnostics.diagnostic import as_rows


def as_json(result: CheckResult) -> str:
    """Return one JSON object; its `clean` is null if nothing could be checked.

    `fix_command` is null if nothing differs, if no command can fix it, and if nothing was checked.
    """
    files = [
        {
            "path": file.path,
            "state": file.state,
            "causes": [_row(cause) for cause in file.causes],
            "diff": list(file.diff),
        }
        for file in result.files
    ]
    document = {
        "clean": None if result.failure else not result.files,
        "models": result.models,
        "unchanged": len(result.unchanged),
        "files": files,
        "fix_command": result.fix_command,
        "failure": result.failure,
        "diagnostics": as_rows(result.diagnostics),
    }
    return json.dumps(document, indent=2) + "\n"


def _row(cause: Cause) -> dict[str, Any]:
    return {
        "file": cause.file,
        "line": cause.line,
        "message": cause.message,
        "pointer": cause.pointer,
    }
