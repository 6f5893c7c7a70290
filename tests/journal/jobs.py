"""Paid calls for tests: one model, distinct inputs, both clients behind one interface."""

from __future__ import annotations

import asyncio
import hashlib
from typing import Any

from runcomfy_models import AsyncRunComfy, RunComfy
from runcomfy_models._runtime.journal.paid_calls.claiming import make_claim
from runcomfy_models._runtime.journal.paid_calls.claims import Claim, ClaimOutcome
from runcomfy_models.journal import Entry, Journal
from runcomfy_models.runwayml.runway_aleph import video_to_video
from runcomfy_models.testing import Simulator

VIDEO = "https://example.com/v.mp4"


def inputs(prompt: object = "x") -> dict[str, Any]:
    """Return inputs that differ from those with another prompt."""
    return {"prompt": str(prompt), "video_url": VIDEO, "ratio": "1280:720"}


def new_claim(key: str, prompt: str = "x", **more: Any) -> Claim:
    """Return a claim that was not made by a client."""
    digest = hashlib.sha256(prompt.encode()).hexdigest()
    intent = hashlib.sha256(f"{key} {more} {id(more)}".encode()).hexdigest()
    return Claim(
        key=key,
        model_id="some/model",
        digest=digest,
        inputs='{"prompt": "x"}',
        **{"intent": intent, **more},
    )


def try_claim(journal: Journal, claim: Claim) -> ClaimOutcome:
    """Claim a paid call, and return the outcome."""
    return journal.do(lambda database: make_claim(database, claim)).result()


def entry_of(journal: Journal, key: str) -> Entry:
    """Return the entry of a key, which has to exist."""
    entry = journal.get(key)
    assert entry is not None
    return entry


class Payer:
    """A client of either kind with a journal."""

    def __init__(self, journal: Journal, simulator: Simulator, side: str = "sync") -> None:
        self._options: dict[str, Any] = {
            "journal": journal,
            "token": simulator.token,
            "base_url": simulator.base_url,
            "poll_first": 0.01,
        }
        self._is_async = side == "async"

    def run(self, key: str | None = None, prompt: object = "x", **options: Any) -> Any:
        """Run a job under a key, and return its result."""
        return self._do("run", key, prompt, options)

    def submit(self, key: str | None = None, prompt: object = "x", **options: Any) -> Any:
        """Submit a job under a key, and return its request."""
        return self._do("submit", key, prompt, options)

    def _do(self, method: str, key: str | None, prompt: object, options: dict[str, Any]) -> Any:
        options = {**self._options, **options}
        if not self._is_async:
            with RunComfy(**options) as account:
                client = video_to_video.Client(account).with_options(key=key)
                return getattr(client, method)(**inputs(prompt))

        async def call() -> Any:
            async with AsyncRunComfy(**options) as account:
                client = video_to_video.AsyncClient(account).with_options(key=key)
                return await getattr(client, method)(**inputs(prompt))

        return asyncio.run(call())
