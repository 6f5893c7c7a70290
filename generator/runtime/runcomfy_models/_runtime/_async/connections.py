"""The connection pools of an account: made where and when they are needed."""

from contextlib import AsyncExitStack
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from ..concurrency import AsyncPermits
from ..errors import RunComfyError
from ..first_use import FIRST_USE
from ..http.clients import MAX_CALLS, AsyncClientFactory
from .pool import MAX_LOAD, AsyncPool

if TYPE_CHECKING:
    import httpx

    from ..http.clients import AsyncHttpClient

_BY_LOAD = attrgetter("load")


class AsyncResources(NamedTuple):
    """The pools of one process and event loop, and the permits for calls."""

    pools: tuple[AsyncPool, ...]
    submit_permits: AsyncPermits
    """For submissions, which may be large and take long."""
    other_permits: AsyncPermits
    """For all other calls, which submissions do not hold up."""


class AsyncConnections:
    """The connection pools of an account, for each process and event loop."""

    def __init__(self, http: "AsyncHttpClient | None", base_url: str) -> None:
        """Use a client that was passed in, or clients of our own."""
        self.closed = False
        self.factory = AsyncClientFactory(http)
        self._base_url = base_url
        self._by_scope: dict[object, AsyncResources] = {}

    @property
    def http(self) -> "httpx.AsyncClient":
        """A client for this process and event loop."""
        return self._resources().pools[0].http

    def prepare(self) -> None:
        """Import what calls need, and make the pools for this process and event loop."""
        self._resources()

    def permits(self, is_submission: bool) -> AsyncPermits:
        """Return the permits for submissions, or for other calls."""
        resources = self._resources()
        return resources.submit_permits if is_submission else resources.other_permits

    @property
    def has_user_client(self) -> bool:
        """Whether the client was passed in."""
        return self.factory.user_client is not None

    @property
    def is_closed(self) -> bool:
        """Whether calls can no longer be made."""
        user_client = self.factory.user_client
        return self.closed or (user_client is not None and user_client.is_closed)

    def pool(self) -> AsyncPool:
        """Return the pool for the next call: the first with room, else the least busy."""
        pools = self._resources().pools
        for pool in pools:
            if pool.load < MAX_LOAD:
                return pool
        return min(pools, key=_BY_LOAD)

    async def aclose(self) -> None:
        """Close the clients of this process and event loop, unless one was passed in."""
        self.closed = True
        resources = self._by_scope.get(AsyncPermits.scope())
        if resources is None or self.has_user_client:
            return
        async with AsyncExitStack() as closing:  # closes all, even if one of them fails
            for pool in resources.pools:
                closing.push_async_callback(pool.http.aclose)

    def _resources(self) -> AsyncResources:
        scope = AsyncPermits.scope()
        if (resources := self._by_scope.get(scope)) is None:
            # Threads may come here at the same time: they all use the clients of the first.
            resources = self._by_scope.setdefault(scope, self._new_resources(scope))
            self._by_scope = {scope: resources}
        return resources

    def _new_resources(self, scope: object) -> AsyncResources:
        # Our own clients are made anew: after a fork, both processes would read each
        # other's answers, and sockets belong to one event loop.
        if self.has_user_client and self._by_scope.keys() - {scope}:
            raise RunComfyError(
                "the http_client belongs to another process or event loop: make one here, "
                "and an account with it"
            )
        # All pools now, since the environment may name another proxy later.
        with FIRST_USE:  # imports httpx, and what httpx imports late
            clients = self.factory.clients(self._base_url)
        pools = tuple(AsyncPool(http, self.factory) for http in clients)
        return AsyncResources(pools, AsyncPermits(MAX_CALLS), AsyncPermits(MAX_CALLS))
