"""Download and print the result of a job."""

import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from runcomfy_models import JournalError, Result
from runcomfy_models._runtime.journal.paid_calls.outcomes import finish
from runcomfy_models._runtime.journal.receipts import file_digest
from runcomfy_models._runtime.pricing import dollars

from ..output.printing import json_text, print_json, print_line, print_to_stderr

if TYPE_CHECKING:
    from runcomfy_models.journal import Journal


def print_result(
    result: Result[Any],
    facts: dict[str, Any],
    paths: Sequence[Path] | None,
    as_json: bool,
) -> None:
    """Print the result of a job: the paths of its files, if they were downloaded.

    Else the URLs, or the output itself if it has no files. The cost goes to standard error;
    with `as_json`, all of it is one object, with the `facts`.
    """
    if as_json:
        files = None if paths is None else [str(path) for path in paths]
        known = result.to_dict()
        print_json({**facts, "request_id": known.pop("id"), **known, "files": files})
        return
    listed = result.urls if paths is None else paths
    for one in listed:
        print_line(one)
    if not result.urls:
        print_line(json_text(result.raw.get("output"), indent=2))
    cost = "unknown" if result.cost is None else dollars(result.cost)
    print_to_stderr(f"request {result.id}: {result.status}, cost: {cost}")


def record_files(journal: "Journal | None", key: str, paths: Sequence[Path]) -> None:
    """Record the files that were downloaded in the journal, if there is one."""
    if journal is None:
        return
    recorded = json.dumps([_stored(path) for path in paths])
    try:
        journal.do(partial(finish, key=key, files=recorded)).result()
    except JournalError as error:  # the files are there all the same
        print_to_stderr(f"the files were not recorded in the journal: {error}")


def _stored(path: Path) -> dict[str, Any]:
    """Return a file as the journal has it."""
    digest, size = file_digest(path), path.stat().st_size
    return {"path": str(path.absolute()), "sha256": digest, "size": size}
