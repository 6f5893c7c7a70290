"""Fixtures: an account at a simulator, and a folder for journal and files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from runcomfy_models.testing import Course, Simulator
from tests.batch.table import Table
from tests.journal.conftest import location, no_grace, server

__all__ = ["location", "no_grace", "server"]


@pytest.fixture
def simulator() -> Iterator[Simulator]:
    """A service whose jobs end with the second poll, each with one small file."""
    with Simulator(course=Course(queued=0, running=1)) as running:
        url = running.files.put("out.mp4", b"a video")
        running.jobs.course = Course(queued=0, running=1, output={"video": url})
        yield running


@pytest.fixture
def table(simulator: Simulator, tmp_path: Path) -> Table:
    """A table of jobs, and the batches that run it."""
    return Table(simulator, tmp_path)
