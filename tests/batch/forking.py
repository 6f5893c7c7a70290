"""Processes that begin in milliseconds: they are forked from one that has imported everything.

That one is new, without threads, sockets or patches of the tests. Windows has no such process.
"""

from __future__ import annotations

import multiprocessing
import os

FORKING = multiprocessing.get_context("spawn" if os.name == "nt" else "forkserver")
if os.name != "nt":
    FORKING.set_forkserver_preload(["tests.batch.batch_program", "tests.batch.budgeted"])
