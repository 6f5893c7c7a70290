"""The connection pools of an account: made where and when they are needed."""

from contextlib import ExitStack
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from ..concurrency import Permits
from ..errors import RunComfyError
from ..first_use import FIRST_USE
from ..http.clients import MAX_CALLS, ClientFactory
from .pool import MAX_LOAD, Pool

if TYPE_CHECKING:
    import httpx

    from ..http.clients import HttpClient

_BY_LOAD = attrgetter("load")


class Resources(NamedTuple):
    """The pools of one process and event loop, and the permits for calls."""

    pools: tuple[Pool, ...]
    submit_permits: Permits
    """For submissions, which may be large and take long."""
    other_permits: Permits
    """For all other calls, which submissions do not hold up."""


class Connections:
    """The connection pools of an account, for each process and event loop."""

    def __init__(self, http: "HttpClient | None", base_url: str) -> None:
        """Use a client that was passed in, or clients of our own."""
        self.closed = False
        self.factory = ClientFactory(http)
        self._base_url = base_url
        self._by_scope: dict[object, Resources] = {}

    @property
    def http(self) -> "httpx.Client":
        """A client for this process and event loop."""
        return self._resources().pools[0].http

    def prepare(self) -> None:
        """Import what calls need, and make the pools for this process and event loop."""
        self._resources()

    def permits(self, is_submission: bool) -> Permits:
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

    def pool(self) -> Pool:
        """Return the pool for the next call: the first with room, else the least busy."""
        pools = self._resources().pools
        for pool in pools:
            if pool.load < MAX_LOAD:
                return pool
        return min(pools, key=_BY_LOAD)

    def close(self) -> None:
        """Close the clients of this process and event loop, unless one was passed in."""
        self.closed = True
        resources = self._by_scope.get(Permits.scope())
        if resources is None or self.has_user_client:
            return
        with ExitStack() as closing:  # closes all, even if one of them fails
            for pool in resources.pools:
                closing.callback(pool.http.close)

    def _resources(self) -> Resources:
        scope = Permits.scope()
        if (resources := self._by_scope.get(scope)) is None:
            # Threads may come here at the same time: they all use the clients of the first.
            resources = self._by_scope.setdefault(scope, self._new_resources(scope))
            self._by_scope = {scope: resources}
        return resources

    def _new_resources(self, scope: object) -> Resources:
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
        pools = tuple(Pool(http, self.factory) for http in clients)
        return Resources(pools, Permits(MAX_CALLS), Permits(MAX_CALLS))
