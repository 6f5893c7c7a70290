"""Find and open the user's journal."""

import os
import shlex
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from runcomfy_models._runtime.errors import JournalError
from runcomfy_models._runtime.journal.databases.urls import is_url, without_password

if TYPE_CHECKING:
    from runcomfy_models.journal import Journal

HINT = "give --journal FILE"

HINT_WITH_OPT_OUT = "give --journal FILE, or --no-journal to record nothing"


def journal_path(hint: str = HINT) -> Path:
    """Return the path of the journal in the user's data folder; it need not exist.

    Raises `JournalError` for a user without a home folder; `hint` says what to do.
    """
    from platformdirs import user_data_path  # here: few commands need it

    try:
        folder = user_data_path("runcomfy-models", appauthor=False)
    except RuntimeError:  # newer versions of platformdirs, without a home folder
        folder = Path("~")
    if not folder.is_absolute():
        raise JournalError(f"this user has no home folder for a journal: {hint}")
    return folder / "journal.db"


def open_journal(where: str | None, hint: str = HINT_WITH_OPT_OUT) -> "Journal":
    """Open the journal at `where`, or that of the user if it is None; create it if it is missing.

    Raises `JournalError` if it cannot be used; the message says what to do.
    """
    from runcomfy_models.journal import Journal

    path = where or journal_path(hint)
    try:
        return Journal(where or _with_folder(Path(path)))
    except JournalError as error:
        raise JournalError(f"{error}; {hint}; nothing was sent") from None
    except ValueError as error:
        raise JournalError(f"{error}; nothing was sent") from None


def journal_option(where: str | None) -> str:
    """Return the end of a command to be pasted: ` --journal FILE`; empty for the user's journal."""
    return "" if where is None else f" --journal {shlex.quote(without_password(where))}"


@contextmanager
def existing_journal(where: str | None) -> "Generator[Journal | None]":
    """Open the journal at `where`, or that of the user; yield None if the latter does not exist.

    No journal is created. Raises `JournalError` if it cannot be used, or if there is none at
    `where`.
    """
    if not may_exist(where or str(journal_path())):
        if where is not None:
            raise JournalError(f"there is no journal {where}")
        yield None
        return
    with open_journal(where, HINT) as journal:
        yield journal


def may_exist(where: str) -> bool:
    """Whether there may be a journal: the file exists, or `where` is the URL of a database."""
    return is_url(where) or Path(where).exists()


def _with_folder(path: Path) -> Path:
    """Create the folder of `path`, which it returns, for this user only: it will hold inputs."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        raise JournalError(
            f"the folder {path.parent} cannot be created: {reason}"
        ) from None
    return path
