"""Every HTTP call, noted as it arrives, whatever becomes of it."""

from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .ledger import HttpCall, Ledger

Log = Callable[[HttpCall], object]
"""Called with each call when it is over; the token is in none of what it prints."""


class Recorder:
    """An ASGI application around all others."""

    def __init__(self, app: ASGIApp, ledger: Ledger, log: Log | None) -> None:
        """Calls go on to `app`."""
        self._app = app
        self._ledger = ledger
        self._log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Note the call, and the status of its answer before that is sent."""
        call = _arrived(scope)
        self._ledger.calls.append(call)
        scope["state"]["call"] = call

        async def noting(message: Message) -> None:
            if message["type"] == "http.response.start":
                call.status = message["status"]
            await send(message)

        await self._app(scope, receive, noting)
        if self._log is not None:
            self._log(call)


def _arrived(scope: Scope) -> HttpCall:
    host, port = scope["server"]
    return HttpCall(
        method=scope["method"],
        path=scope["raw_path"].decode("ascii"),
        query=scope["query_string"].decode("ascii", "replace"),
        origin=f"http://{host}:{port}",
        authorization=Headers(scope=scope).get("authorization"),
    )
