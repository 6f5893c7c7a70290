"""Record every HTTP call as it arrives."""

from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ..ledger import HttpCall, Ledger

Log = Callable[[HttpCall], object]
"""Called with each call when it is over. `str(call)` does not contain the token."""


class Recorder:
    """ASGI middleware that records calls in a ledger and logs them."""

    def __init__(self, app: ASGIApp, ledger: Ledger, log: Log | None) -> None:
        """Pass calls on to `app`."""
        self._app = app
        self._ledger = ledger
        self._log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Record the call, and the status of its answer before that is sent."""
        call = _http_call(scope)
        self._ledger.calls.append(call)
        scope["state"]["call"] = call

        async def recording_send(message: Message) -> None:
            if message["type"] == "http.response.start":
                call.status = message["status"]
            await send(message)

        await self._app(scope, receive, recording_send)
        if self._log is not None:
            self._log(call)


def _http_call(scope: Scope) -> HttpCall:
    host, port = scope["server"]
    return HttpCall(
        method=scope["method"],
        path=scope["raw_path"].decode("ascii"),
        query=scope["query_string"].decode("ascii", "replace"),
        origin=f"http://{host}:{port}",
        authorization=Headers(scope=scope).get("authorization"),
    )
