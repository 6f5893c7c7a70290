"""A script whose jobs share a budget with those of others."""

from __future__ import annotations

from runcomfy_models import RunComfy
from runcomfy_models.batch import Batch
from runcomfy_models.runwayml.runway_aleph import video_to_video
from tests.journal.jobs import inputs


def run(journal: str, url: str, token: str, script: int, jobs: int, budget: str) -> None:
    """Run as many of `jobs` jobs as the budget allows."""
    with (
        RunComfy(base_url=url, token=token, poll_first=0.02, poll_max=0.05) as account,
        Batch(journal, account=account, budget=budget, cost_at_most=1, at_once=20) as batch,
    ):
        for number in range(jobs):
            batch.add(video_to_video, key=f"{script}-{number}", **inputs(f"{script}-{number}"))
        for _ in batch.run():
            pass
