# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 5d9c9ccb1d60131969ed88e2157ea125
"""The routes of the simulated service."""

from collections.abc import Callable, Sequence
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from ..._runtime.http.calls import BALANCE_PATH
from ..._runtime.service import CANCEL_PATH, RESULT_PATH, STATUS_PATH, SUBMIT_PATH
from ..api import Api
from ..api_errors import ApiError
from ..fault_scripts import Faults
from ..faults import Kind
from ..ledger import Ledger
from ..live.routes import live_routes
from .exchange import Exchange, ReceivedCall, Work
from .recorder import Log, Recorder
from .served_files import FILES_PATH

MODELS_PATH = SUBMIT_PATH.removesuffix("/{model_id}")
MODEL_PATH = SUBMIT_PATH.replace("{model_id}", "{model_id:path}")


def application(
    api: Api,
    faults: Faults,
    ledger: Ledger,
    token: str,
    log: Log | None,
) -> ASGIApp:
    """Return the ASGI application: the API, whose calls are recorded, and the page about it.

    All calls of the API except downloads need the `token`.
    """

    def exchange(kind: Kind, work: Work) -> Exchange:
        allowed = work if kind == "files" else _authorized(work, token)
        return Exchange(kind, allowed, faults, ledger, api.origins)

    recorded = Mount("/", Recorder(_application(_routes(api, exchange)), ledger, log))
    page = live_routes(ledger, faults, api.schemas.folder, api.origins)
    return _application([*page, recorded])


def _routes(api: Api, exchange: Callable[[Kind, Work], Exchange]) -> list[Route]:
    """Return the routes of the API; `exchange` makes the application of one kind of call."""

    def get(path: str, kind: Kind, work: Work) -> Route:
        return _route(path, GET=exchange(kind, work))

    return [
        get(MODELS_PATH, "models", api.models),
        get(MODELS_PATH + "/categories", "models", api.categories),
        _route(
            MODEL_PATH,
            GET=exchange("models", api.model),
            POST=exchange("submit", api.submit),
        ),
        get(STATUS_PATH, "status", api.status),
        get(RESULT_PATH, "result", api.result),
        _route(CANCEL_PATH, POST=exchange("cancel", api.cancel)),
        get(BALANCE_PATH, "balance", api.balance),
        get(FILES_PATH + "{name:path}", "files", api.file),
    ]


def _application(routes: Sequence[BaseRoute]) -> Starlette:
    app = Starlette(routes=routes, exception_handlers={HTTPException: _no_route})
    app.router.redirect_slashes = False
    return app


def _route(path: str, **exchanges: Exchange) -> Route:
    """Return the route of `path` for all methods."""
    return Route(path, _ByMethod(exchanges))


class _ByMethod:
    """The ASGI application of one path: a method that is not its own gets HTTP 405."""

    def __init__(self, exchanges: dict[str, Exchange]) -> None:
        also = {"HEAD": exchanges["GET"]} if "GET" in exchanges else {}
        self._exchanges = {**exchanges, **also}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] not in self._exchanges:
            raise HTTPException(405, headers={"Allow": ", ".join(self._exchanges)})
        await self._exchanges[scope["method"]](scope, receive, send)


def _authorized(work: Work, token: str) -> Work:
    """Return `work` for calls that have the token."""

    def checked(call: ReceivedCall) -> Response:
        if call.request.headers.get("authorization") != f"Bearer {token}":
            raise ApiError(400004)
        return work(call)

    return checked


async def _no_route(request: Request, error: Exception) -> Response:
    """Answer a call that no route matches, in FastAPI's form."""
    status, headers = 500, None
    if isinstance(error, HTTPException):
        status, headers = error.status_code, error.headers
    return JSONResponse({"detail": HTTPStatus(status).phrase}, status, headers)
