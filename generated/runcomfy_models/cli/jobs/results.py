# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: cbd81869d6bce9a1882ef6beea3ae95d
"""Download and print the result of a job."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from runcomfy_models import JournalError, Result
from runcomfy_models._runtime.journal.paid_calls.outcomes import finish
from runcomfy_models._runtime.journal.stored_files import files_text, stored_file
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
        document = result.to_dict()
        request_id = document.pop("id")
        print_json({**facts, "request_id": request_id, **document, "files": files})
        return
    for path_or_url in result.urls if paths is None else paths:
        print_line(path_or_url)
    if not result.urls:
        print_line(json_text(result.raw.get("output"), indent=2))
    cost = "unknown" if result.cost is None else dollars(result.cost)
    print_to_stderr(f"request {result.id}: {result.status}, cost: {cost}")


def record_files(journal: "Journal | None", key: str, paths: Sequence[Path]) -> None:
    """Record the files that were downloaded in the journal, if there is one."""
    if journal is None:
        return
    files = files_text(map(stored_file, paths))
    try:
        journal.do(partial(finish, key=key, files=files)).result()
    except JournalError as error:  # the files were stored: the command has succeeded
        print_to_stderr(f"the files were not recorded in the journal: {error}")
