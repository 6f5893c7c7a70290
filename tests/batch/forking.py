"""Processes that start in milliseconds, forked from a server that has imported everything.

That server is a new process, without threads, sockets or patches of the tests. Windows has none.
"""

from __future__ import annotations

import multiprocessing
import os

FORKING = multiprocessing.get_context("spawn" if os.name == "nt" else "forkserver")
if os.name != "nt":
    FORKING.set_forkserver_preload(["tests.batch.batch_program", "tests.batch.budgeted"])
