# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 75312ec785daba45aa110b0ac022657c
"""The result of a job: its files, and what is printed of it."""

import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from runcomfy_models import Result
from runcomfy_models._runtime.journal.outcomes import finish
from runcomfy_models._runtime.journal.receipts import file_digest
from runcomfy_models._runtime.pricing import dollars

from .printing import json_text, say, say_json, tell

if TYPE_CHECKING:
    from runcomfy_models.journal import Journal


def say_result(
    result: Result[Any], model_id: str, paths: Sequence[Path] | None, as_json: bool
) -> None:
    """Print what a job has brought: the paths of its files, if they were downloaded.

    Else the URLs, or the output itself if it has no files. The cost goes to standard error;
    with `as_json`, all of it is one object.
    """
    if as_json:
        files = None if paths is None else [str(path) for path in paths]
        facts = {"model_id": model_id, "request_id": result.id}
        say_json({**facts, **result.to_dict(), "files": files})
        return
    listed = result.urls if paths is None else paths
    for one in listed:
        say(one)
    if not result.urls:
        say(json_text(result.raw.get("output"), indent=2))
    cost = "unknown" if result.cost is None else dollars(result.cost)
    tell(f"request {result.id}: {result.status}, cost: {cost}")


def record_files(journal: "Journal | None", key: str, paths: Sequence[Path]) -> None:
    """Record the files that were downloaded in the journal, if there is one."""
    if journal is None:
        return
    files = [
        {
            "path": str(path.absolute()),
            "sha256": file_digest(path),
            "size": path.stat().st_size,
        }
        for path in paths
    ]
    journal.do(partial(finish, key=key, files=json.dumps(files))).result()
