"""The routes of the simulated service."""

from http import HTTPStatus

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from .._runtime.service import CANCEL_PATH, RESULT_PATH, STATUS_PATH, SUBMIT_PATH
from .api import Api
from .exchange import Call, Exchange, Work
from .faults import Kind
from .files import FILES_PATH
from .ledger import Ledger
from .origins import Origins
from .recorder import Log, Recorder
from .refusals import Refusal
from .script import Faults

MODELS_PATH = SUBMIT_PATH.removesuffix("/{model_id}")
MODEL_PATH = SUBMIT_PATH.replace("{model_id}", "{model_id:path}")


def application(
    api: Api,
    faults: Faults,
    ledger: Ledger,
    origins: Origins,
    token: str,
    log: Log | None,
) -> ASGIApp:
    """The ASGI application; a file alone is given without the token."""

    def route(method: str, path: str, kind: Kind, work: Work) -> Route:
        asked = work if kind == "files" else _authorized(work, token)
        exchange = Exchange(kind, asked, faults, ledger, origins)
        return Route(path, exchange, methods=[method])

    routes = [
        route("GET", MODELS_PATH, "models", api.models),
        route("GET", MODELS_PATH + "/categories", "models", api.categories),
        route("GET", MODEL_PATH, "models", api.model),
        route("POST", MODEL_PATH, "submit", api.submit),
        route("GET", STATUS_PATH, "status", api.status),
        route("GET", RESULT_PATH, "result", api.result),
        route("POST", CANCEL_PATH, "cancel", api.cancel),
        route("GET", FILES_PATH + "{name:path}", "files", api.file),
    ]
    app = Starlette(routes=routes, exception_handlers={HTTPException: _no_route})
    app.router.redirect_slashes = False
    return Recorder(app, ledger, log)


def _authorized(work: Work, token: str) -> Work:
    """`work`, for those who have the token."""

    def checked(call: Call) -> Response:
        if call.request.headers.get("authorization") != f"Bearer {token}":
            raise Refusal(400004)
        return work(call)

    return checked


async def _no_route(request: Request, error: Exception) -> Response:
    """What no route is for, in the form of FastAPI."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    return JSONResponse({"detail": HTTPStatus(status).phrase}, status)
