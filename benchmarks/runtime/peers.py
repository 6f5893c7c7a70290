"""The same three calls, made by the clients of other services if these are installed.

Each client is pointed at the loopback service.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any

from benchmarks.runtime.server import serving

Run = Callable[[], Any]


def fal_client_at(url: str) -> Any:
    """Return a client of fal that calls `url`; raises `ImportError`."""
    import fal_client

    fal_client.client.QUEUE_URL_FORMAT = f"{url}/"
    return fal_client.SyncClient(key="key")


def replicate_client_at(url: str) -> Any:
    """Return a client of Replicate that calls `url`; raises `ImportError`."""
    import replicate

    return replicate.client.Client(api_token="token", base_url=url)  # noqa: S106


def _fal(url: str) -> Run:
    client = fal_client_at(url)

    def run() -> Any:
        handle = client.submit("some/model", {"prompt": "x"})
        return handle.get(interval=0)

    return run


def _replicate(url: str) -> Run:
    client = replicate_client_at(url)

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
"""Name: the status of a completed job at its service, and the maker of its three calls."""


@contextmanager
def peers() -> Iterator[dict[str, Run]]:
    """Yield a function that makes the three calls for each installed client, by name."""
    runs: dict[str, Run] = {}
    with ExitStack() as running:
        for name, (status, make) in PEERS.items():
            with suppress(ImportError):
                runs[name] = make(running.enter_context(serving(status)))
        yield runs
