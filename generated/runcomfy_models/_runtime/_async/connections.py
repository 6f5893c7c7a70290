# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 5a0184dfda3dcda1c8cd4131a0ad595f
"""The connections of an account: made where and when they are needed."""

from operator import attrgetter
from typing import TYPE_CHECKING

from ..errors import RunComfyError
from ..gates import AsyncGate
from ..http_clients import AsyncChoice
from ..origin import is_plain
from .lanes import NARROW, AsyncLane

if TYPE_CHECKING:
    import httpx

    from ..http_clients import AsyncHttpClient

_BY_CALLS = attrgetter("calls")


class AsyncConnections:
    """Lanes of calls and the gates before them.

    Connections belong to a process and, where there is one, to an event loop. Lanes of our
    own are made anew in another: after a fork both sides would read each other's answers.
    """

    def __init__(self, http: "AsyncHttpClient | None", base_url: str) -> None:
        """With a client that was handed in, or with some of our own."""
        self.closed = False
        self._choice = AsyncChoice(http)
        self._trust_env = not is_plain(base_url)
        self._lanes: list[AsyncLane] = []
        self._gates: tuple[AsyncGate, AsyncGate]
        self._home: object = None

    @property
    def http(self) -> "httpx.AsyncClient":
        """A client to use here and now."""
        self._settle()
        return self._lanes[0].http

    @property
    def gates(self) -> tuple[AsyncGate, AsyncGate]:
        """Before submissions, which may take long, and before other calls."""
        self._settle()
        return self._gates

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
        """The one for the next call: where the fewest are under way, a new one if all have
        enough.
        """
        self._settle()
        lane = min(self._lanes, key=_BY_CALLS)
        if lane.calls >= NARROW and len(self._lanes) < self._choice.lanes:
            lane = AsyncLane(self._choice, self._trust_env)
            self._lanes.append(lane)
        return lane

    async def aclose(self) -> None:
        """Close what is our own, and was made here."""
        self.closed = True
        if not self.is_given and self._home == AsyncGate.home():
            for lane in self._lanes:
                await lane.http.aclose()

    def _settle(self) -> None:
        """A proxy of the environment never sees an unencrypted call."""
        home = AsyncGate.home()
        if home == self._home:
            return
        if self.is_given and self._home is not None:
            raise RunComfyError(
                "the http_client that was handed in belongs to another process or event "
                "loop: make one there, and an account with it"
            )
        self._lanes = [AsyncLane(self._choice, self._trust_env)]
        self._gates = AsyncGate(), AsyncGate()
        self._home = home
