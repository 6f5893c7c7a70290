"""The interface of a journal's database, implemented for SQLite and PostgreSQL."""

from contextlib import AbstractContextManager
from typing import Any, Protocol

JournalRow = dict[str, Any]


class LostConnection(Exception):
    """The connection to the server was lost; the transaction may or may not be committed."""


class Database(Protocol):
    """One connection to a journal, used by one thread.

    Values in statements are named: `:key`.
    """

    serial: str
    """The type of a column that numbers rows in the order of their insertion."""
    lock: str
    """The end of a SELECT that locks its rows until the transaction ends."""
    owner: int
    """This process, as the owner of intents; it lives as long as the connection is open."""

    def rows(self, statement: str, /, **values: Any) -> list[JournalRow]:
        """Return the rows of a SELECT."""
        ...

    def change(self, statement: str, /, **values: Any) -> int:
        """Return how many rows a statement has changed."""
        ...

    def transaction(self) -> AbstractContextManager[None]:
        """Commit the changes made inside, durably, or none of them."""
        ...

    def check_space(self) -> None:
        """Raise `JournalError` if the disk is almost full, where that is known."""
        ...

    def is_alive(self, owner: int) -> bool:
        """Whether the process that `owner` identifies still exists, perhaps frozen."""
        ...

    def seconds_until_owners_are_known(self) -> float:
        """Return the seconds until it is certain which owners are gone; 0 if it is now."""
        ...

    def now(self) -> float:
        """Return seconds since 1970, by a clock that all processes of the journal share."""
        ...

    def reconnect(self) -> None:
        """Connect again after `LostConnection`; raises it if that fails."""
        ...

    def close(self) -> None:
        """Close the connection."""
        ...
