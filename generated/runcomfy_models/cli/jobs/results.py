# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: aacff7e93288a57366c41f77a25a5a54
"""Print the result of a job, and record the files that were downloaded."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from runcomfy_models import Result
from runcomfy_models._runtime.journal.stored_files import record_files
from runcomfy_models._runtime.pricing import format_dollars

from ..output.pasting import pasteable
from ..output.printing import (
    json_text,
    print_json,
    print_line,
    print_safe_line,
    print_to_stderr,
)

if TYPE_CHECKING:
    from runcomfy_models.journal import Journal


def print_result(
    result: Result[Any],
    facts: dict[str, Any],
    paths: Sequence[Path] | None,
    *,
    as_json: bool,
) -> None:
    """Print the result of a job: the paths of its files, if they were downloaded.

    Else the URLs, or the output itself if it has no files. The cost goes to standard error;
    with `as_json`, all of it is one object, with the `facts`.
    """
    if as_json:
        files = None if paths is None else [str(path) for path in paths]
        document = result.to_dict()
        request_id = document.pop("id")
        print_json({**facts, "request_id": request_id, **document, "files": files})
        return
    if paths is None:
        for url in result.urls:
            print_line(url)
    for path in paths or ():
        print_safe_line(pasteable(str(path)))
    if not result.urls:
        print_line(json_text(result.raw.get("output"), indent=2))
    cost = "unknown" if result.cost is None else format_dollars(result.cost)
    print_to_stderr(f"request {result.id}: {result.status}, cost: {cost}")


def record_or_warn(journal: "Journal | None", key: str, paths: Sequence[Path]) -> None:
    """Record the files that were downloaded in the journal, if there is one.

    Only warns if that fails: the files were stored, so the command has succeeded.
    """
    if journal is not None and (error := record_files(journal, key, paths)):
        print_to_stderr(f"the files were not recorded in the journal: {error}")
