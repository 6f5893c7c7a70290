# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 4bbaa18e22cb01962804b3fde12eea8b
"""The pace of submissions, over all processes of a journal: each takes the next turn."""

from ..databases.database import Database

MAX_AHEAD = 100
"""Turns that may be taken ahead of time; if there are more, a clock was set back."""


def take_turn(database: Database, seconds: float) -> float:
    """Take the next turn, `seconds` after the previous one; return the seconds until it."""
    now = database.now()
    [row] = database.rows(
        f"SELECT next_at FROM turns WHERE name = 'submit'{database.lock}"
    )
    is_usable = now <= row["next_at"] <= now + MAX_AHEAD * max(seconds, 1.0)
    turn: float = row["next_at"] if is_usable else now
    database.change("UPDATE turns SET next_at = :next_at", next_at=turn + seconds)
    return turn - now
