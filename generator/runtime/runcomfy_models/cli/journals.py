"""Find and open the user's journal."""

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from runcomfy_models._runtime.errors import JournalError

if TYPE_CHECKING:
    from runcomfy_models.journal import Journal

GIVE_ONE = "give --journal FILE"

WAYS_OUT = "give --journal FILE, or --no-journal to record nothing"


def journal_path(ways_out: str = GIVE_ONE) -> Path:
    """Return the path of the journal in the user's data folder; it need not exist.

    Raises `JournalError` for a user without a home folder; `ways_out` says what to do.
    """
    from platformdirs import user_data_path  # here: few commands need it

    try:
        folder = user_data_path("runcomfy-models", appauthor=False)
    except RuntimeError:  # of its newer versions, without a home folder
        folder = Path("~")
    if not folder.is_absolute():
        raise JournalError(f"this user has no home folder for a journal: {ways_out}")
    return folder / "journal.db"


def open_journal(where: str | None, ways_out: str = WAYS_OUT) -> "Journal":
    """Open the journal at `where`; None means that of the user, which is made if it is missing.

    Raises `JournalError` if it cannot be used; the message says what to do.
    """
    from runcomfy_models.journal import Journal

    path = where or journal_path(ways_out)
    try:
        return Journal(where or _made(Path(path)))
    except JournalError as error:
        raise JournalError(f"{error}; {ways_out}; nothing was sent") from None
    except ValueError as error:
        raise JournalError(f"{error}; nothing was sent") from None


@contextmanager
def known_journal(where: str | None) -> "Generator[Journal | None]":
    """Open the journal at `where`, or that of the user; None if it does not exist yet.

    None is made. Raises `JournalError` if it cannot be used, or if `where` is not there.
    """
    if not is_there(where or str(journal_path())):
        if where is not None:
            raise JournalError(f"there is no journal {where}")
        yield None
        return
    with open_journal(where, GIVE_ONE) as journal:
        yield journal


def is_there(where: str) -> bool:
    """Return whether there may be a journal: a file, or a database that is to be asked."""
    return "://" in where or Path(where).exists()


def _made(path: Path) -> Path:
    """Return `path`, whose folder is made: for this user alone, since it will hold inputs."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        why = (
            f"the folder {path.parent} cannot be made: {os.strerror(error.errno or 0)}"
        )
        raise JournalError(why) from None
    return path
