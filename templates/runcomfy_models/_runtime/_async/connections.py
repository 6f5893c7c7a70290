"""The connections of an account: made where and when they are needed."""

from contextlib import AsyncExitStack
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from ..errors import RunComfyError
from ..gates import AsyncGate
from ..http_clients import AsyncChoice
from ..origin import is_plain
from .lanes import NARROW, AsyncLane

if TYPE_CHECKING:
    import httpx

    from ..http_clients import AsyncHttpClient

_BY_CALLS = attrgetter("calls")


class AsyncHome(NamedTuple):
    """Lanes of calls and the gates before them, of one process and event loop."""

    lanes: tuple[AsyncLane, ...]
    gates: tuple[AsyncGate, AsyncGate]


class AsyncConnections:
    """Connections belong to a process and, where there is one, to an event loop.

    Our own are made anew in another: after a fork both sides would read each other's
    answers. All lanes are made at once, since the environment may have another proxy later.
    """

    def __init__(self, http: "AsyncHttpClient | None", base_url: str) -> None:
        """With a client that was handed in, or with some of our own."""
        self.closed = False
        self._choice = AsyncChoice(http)
        self._trust_env = not is_plain(base_url)
        self._homes: dict[object, AsyncHome] = {}

    @property
    def http(self) -> "httpx.AsyncClient":
        """A client to use here and now."""
        return self._home().lanes[0].http

    @property
    def gates(self) -> tuple[AsyncGate, AsyncGate]:
        """Before submissions, which may take long, and before other calls."""
        return self._home().gates

    @property
    def is_given(self) -> bool:
        """Whether the client was handed in."""
        return self._choice.given is not None

    @property
    def is_closed(self) -> bool:
        """Whether no call can be made any more."""
        given = self._choice.given
        return self.closed or (given is not None and given.is_closed)

    def lane(self) -> AsyncLane:
        """The one for the next call: the first in which there is room, or else the one in
        which the fewest are under way.
        """
        lanes = self._home().lanes
        roomy = (lane for lane in lanes if lane.calls < NARROW)
        return next(roomy, None) or min(lanes, key=_BY_CALLS)

    async def aclose(self) -> None:
        """Close what is our own, and was made here."""
        self.closed = True
        home = self._homes.get(AsyncGate.home())
        if home is None or self.is_given:
            return
        async with AsyncExitStack() as closing:  # all, even if one of them fails
            for lane in home.lanes:
                closing.push_async_callback(lane.http.aclose)

    def _home(self) -> AsyncHome:
        """What is here and now; of threads that come at once, the first one makes it."""
        here = AsyncGate.home()
        if (home := self._homes.get(here)) is None:
            home = self._homes.setdefault(here, self._made(here))
            self._homes = {here: home}
        return home

    def _made(self, here: object) -> AsyncHome:
        """A proxy of the environment never sees an unencrypted call."""
        if self.is_given and self._homes.keys() - {here}:
            raise RunComfyError(
                "the http_client that was handed in belongs to another process or event "
                "loop: make one there, and an account with it"
            )
        clients = self._choice.clients(self._trust_env)
        lanes = tuple(AsyncLane(http, self._choice) for http in clients)
        return AsyncHome(lanes, (AsyncGate(), AsyncGate()))
