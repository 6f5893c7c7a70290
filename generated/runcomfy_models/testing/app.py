# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: c74d85a50cd9e892a4be3d710b6a9f55
"""The routes of the simulated service."""

from http import HTTPStatus

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from .._runtime.http.calls import BALANCE_PATH
from .._runtime.service import CANCEL_PATH, RESULT_PATH, STATUS_PATH, SUBMIT_PATH
from .api import Api
from .api_errors import ApiError
from .exchange import Call, Exchange, Work
from .fault_scripts import Faults
from .faults import Kind
from .ledger import Ledger
from .origins import Origins
from .recorder import Log, Recorder
from .served_files import FILES_PATH

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
    """Return the ASGI application. All calls except downloads need the `token`."""

    def route(method: str, path: str, kind: Kind, work: Work) -> Route:
        allowed = work if kind == "files" else _authorized(work, token)
        exchange = Exchange(kind, allowed, faults, ledger, origins)
        return Route(path, exchange, methods=[method])

    routes = [
        route("GET", MODELS_PATH, "models", api.models),
        route("GET", MODELS_PATH + "/categories", "models", api.categories),
        route("GET", MODEL_PATH, "models", api.model),
        route("POST", MODEL_PATH, "submit", api.submit),
        route("GET", STATUS_PATH, "status", api.status),
        route("GET", RESULT_PATH, "result", api.result),
        route("POST", CANCEL_PATH, "cancel", api.cancel),
        route("GET", BALANCE_PATH, "balance", api.balance),
        route("GET", FILES_PATH + "{name:path}", "files", api.file),
    ]
    app = Starlette(routes=routes, exception_handlers={HTTPException: _no_route})
    app.router.redirect_slashes = False
    return Recorder(app, ledger, log)


def _authorized(work: Work, token: str) -> Work:
    """Return `work` for calls that have the token."""

    def checked(call: Call) -> Response:
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
