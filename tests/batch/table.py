"""A table of jobs, and batches over it: each run is a new batch on the same journal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from runcomfy_models import RunComfy
from runcomfy_models.batch import Batch, Entry
from runcomfy_models.journal import Journal
from runcomfy_models.runwayml.runway_aleph import video_to_video
from runcomfy_models.testing import Simulator
from tests.journal.jobs import inputs

KEYS = tuple(f"k{number}" for number in range(5))


class Table:
    """Rows for one model, whose keys are their prompts."""

    def __init__(
        self, simulator: Simulator, folder: Path, journal: str | Path | None = None
    ) -> None:
        self.simulator = simulator
        self.folder = folder
        self.journal = journal or folder / "jobs.db"
        self.files = folder / "out" / "{key}{suffix}"

    @contextmanager
    def batch(self, keys: Iterable[str] = KEYS, **options: Any) -> Iterator[Batch]:
        """Open a batch with these rows."""
        location = options.pop("journal", self.journal)
        account_options = {"token": self.simulator.token, "base_url": self.simulator.base_url}
        account = RunComfy(**account_options, poll_first=0.01, poll_max=0.05)
        with account, Batch(location, **{"account": account, **options}) as batch:
            for key in keys:
                batch.add(video_to_video, key=key, **inputs(key))
            yield batch

    def run(self, keys: Iterable[str] = KEYS, **options: Any) -> dict[str, Entry]:
        """Run these rows once, and return the yielded entries by key."""
        with self.batch(keys, **options) as batch:
            return {entry.key: entry for entry in batch.run()}

    def entries(self) -> list[Entry]:
        """Return the entries of the journal."""
        with Journal(self.journal) as journal:
            return list(journal.entries())

    def states(self) -> Counter[str]:
        """Return the number of entries in each state."""
        return Counter(entry.state for entry in self.entries())

    @property
    def sent(self) -> int:
        """The number of submissions that the service has read."""
        return len(self.simulator.ledger.submissions)
