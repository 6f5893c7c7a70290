"""Connect to a journal: a file, or a database by its URL."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from .database import Database
from .urls import POSTGRES, check_url, is_url


def connector(where: str | Path) -> Callable[[], Database]:
    """Return a function that connects to the journal at `where`.

    Raises `ValueError` for a URL of another kind, `JournalError` for one that is not readable.
    """
    if isinstance(where, str) and where.startswith(POSTGRES):
        from .postgres import PostgresDatabase

        check_url(where)
        return partial(PostgresDatabase, where)
    if isinstance(where, str) and is_url(where):
        scheme = where.partition(":")[0]
        raise ValueError(
            f"a journal cannot be at {scheme}:…: give the path of a file, or postgresql://…"
        )
    from .sqlite import SqliteDatabase

    # The locks of its owners are beside the file itself, not beside a link to it.
    return partial(SqliteDatabase, Path(os.path.realpath(where)))
