"""The same three calls as clients of other services make them, where those are installed.

Each is told to talk to the loopback service: the addresses are those of other services, the
work on this side of the wire is theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any

from benchmarks.runtime.server import serving

Run = Callable[[], Any]


def _fal(url: str) -> Run:
    import fal_client

    fal_client.client.QUEUE_URL_FORMAT = f"{url}/"
    client = fal_client.SyncClient(key="key")

    def run() -> Any:
        handle = client.submit("some/model", {"prompt": "x"})
        return handle.get(interval=0)

    return run


def _replicate(url: str) -> Run:
    import replicate

    client = replicate.client.Client(api_token="token", base_url=url)  # noqa: S106

    def run() -> Any:
        prediction = client.models.predictions.create(("some", "model"), {"prompt": "x"})
        prediction.reload()
        prediction.reload()
        return prediction.output

    return run


PEERS: dict[str, tuple[str, Callable[[str], Run]]] = {
    "fal-client": ("COMPLETED", _fal),
    "replicate": ("succeeded", _replicate),
}
"""Name: its service's word for a job that is done, and what makes its three calls."""


@contextmanager
def peers() -> Iterator[dict[str, Run]]:
    """What makes three calls, by name; those that are not installed are left out."""
    made: dict[str, Run] = {}
    with ExitStack() as running:
        for name, (status, make) in PEERS.items():
            with suppress(ImportError):
                made[name] = make(running.enter_context(serving(status)))
        yield made
