# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 1edc92639f2351fa4f6afbd2cfbcdbc9
"""The connection pools of an account: made where and when they are needed."""

from contextlib import AsyncExitStack
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from ..concurrency import AsyncPermits
from ..errors import RunComfyError
from ..first_use import FIRST_USE
from ..http.clients import MAX_CALLS, AsyncClientFactory
from .pool import BUSY, AsyncPool

if TYPE_CHECKING:
    import httpx

    from ..http.clients import AsyncHttpClient

_BY_LOAD = attrgetter("load")


class AsyncHome(NamedTuple):
    """The pools of one process and event loop, and the permits for calls."""

    pools: tuple[AsyncPool, ...]
    submit_permits: AsyncPermits
    """For submissions, which may be large and take long."""
    other_permits: AsyncPermits
    """For all other calls, which submissions do not hold up."""


class AsyncConnections:
    """The connection pools of an account, for each process and event loop."""

    def __init__(self, http: "AsyncHttpClient | None", base_url: str) -> None:
        """Use a client that was handed in, or clients of our own."""
        self.closed = False
        self.factory = AsyncClientFactory(http)
        self._base_url = base_url
        self._homes: dict[object, AsyncHome] = {}

    @property
    def http(self) -> "httpx.AsyncClient":
        """A client for this process and event loop."""
        return self._home().pools[0].http

    def prepare(self) -> None:
        """Import what calls need, and make the pools for this process and event loop."""
        self._home()

    def permits(self, is_submission: bool) -> AsyncPermits:
        """Return the permits for submissions, or for other calls."""
        home = self._home()
        return home.submit_permits if is_submission else home.other_permits

    @property
    def is_given(self) -> bool:
        """Whether the client was handed in."""
        return self.factory.given is not None

    @property
    def is_closed(self) -> bool:
        """Whether no call can be made any more."""
        given = self.factory.given
        return self.closed or (given is not None and given.is_closed)

    def pool(self) -> AsyncPool:
        """Return the pool for the next call: the first with room, else the least busy."""
        pools = self._home().pools
        for pool in pools:
            if pool.load < BUSY:
                return pool
        return min(pools, key=_BY_LOAD)

    async def aclose(self) -> None:
        """Close the clients of this process and event loop, unless one was handed in."""
        self.closed = True
        home = self._homes.get(AsyncPermits.home())
        if home is None or self.is_given:
            return
        async with AsyncExitStack() as closing:  # closes all, even if one of them fails
            for pool in home.pools:
                closing.push_async_callback(pool.http.aclose)

    def _home(self) -> AsyncHome:
        here = AsyncPermits.home()
        if (home := self._homes.get(here)) is None:
            # Threads may come here at once: the first one's home counts for all.
            home = self._homes.setdefault(here, self._new_home(here))
            self._homes = {here: home}
        return home

    def _new_home(self, here: object) -> AsyncHome:
        # Our own clients are made anew: after a fork, both processes would read each
        # other's answers, and sockets belong to one event loop.
        if self.is_given and self._homes.keys() - {here}:
            raise RunComfyError(
                "the http_client that was handed in belongs to another process or event "
                "loop: make one there, and an account with it"
            )
        # All at once, since the environment may name another proxy later.
        with FIRST_USE:  # imports httpx, and what httpx imports late
            clients = self.factory.clients(self._base_url)
        pools = tuple(AsyncPool(http, self.factory) for http in clients)
        return AsyncHome(pools, AsyncPermits(MAX_CALLS), AsyncPermits(MAX_CALLS))
