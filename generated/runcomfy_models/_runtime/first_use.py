# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 0c5cd647077567e6ff145f7cc59ff4c4
"""A lock for what happens once, at first use. A fork waits for it.

Building a model and importing what calls need take locks of Python and pydantic. A process
that is forked meanwhile would get these locks held for ever: its own first use would hang.
"""

import os
from threading import RLock

FIRST_USE = RLock()
"""Held while a model is built, or while modules are imported that calls need."""

MAX_WAIT = 10.0
"""Longest wait of a fork, in seconds: the forking thread may hold an import lock itself."""

_held_by_fork: list[bool] = []


def _before_fork() -> None:
    _held_by_fork.append(FIRST_USE.acquire(timeout=MAX_WAIT))


def _after_fork() -> None:
    if _held_by_fork.pop():
        FIRST_USE.release()


def guard_forks() -> None:
    """Make forks wait for `FIRST_USE`.

    Before a fork, the handler that was registered last runs first. Call this again to come before
    what another module has registered meanwhile.
    """
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(
            before=_before_fork, after_in_parent=_after_fork, after_in_child=_after_fork
        )


guard_forks()
