# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 142dccc62346a62ca92f4184a288d733
"""Connect to a journal: a file, or a database by its URL."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from .database import Database

POSTGRES = ("postgresql://", "postgres://")


def connector(where: str | Path) -> Callable[[], Database]:
    """Return a function that connects to the journal at `where`.

    Raises `ValueError` for a URL of another kind.
    """
    if isinstance(where, str) and where.startswith(POSTGRES):
        from .postgres import PostgresDatabase

        return partial(PostgresDatabase, where)
    if isinstance(where, str) and "://" in where:
        scheme = where.partition("://")[0]
        raise ValueError(
            f"a journal cannot be at {scheme}://…: give the path of a file, or postgresql://…"
        )
    from .sqlite import SqliteDatabase

    # The locks of its owners are beside the file itself, not beside a link to it.
    return partial(SqliteDatabase, Path(os.path.realpath(where)))
