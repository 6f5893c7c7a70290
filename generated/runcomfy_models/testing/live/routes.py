# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 9b7983eada48fd7c303a7f656fc2a4dd
"""The routes of the page, outside of the API: their calls are not recorded and meet no faults."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from ..fault_scripts import Faults
from ..ledger import Ledger
from ..origins import Origins
from .state import state

INTERVAL = 0.2
"""Seconds between two checks of the simulator; only a changed state is sent."""

RETRY = 500
"""Milliseconds after which a browser connects again, when the simulator was restarted."""

FILES = {
    "/": ("page.html", "text/html"),
    "/page.css": ("page.css", "text/css"),
    "/page.js": ("page.js", "text/javascript"),
}
"""Path: a file in this folder, and its content type."""

_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
}
"""No text of a schema can become a script, and nothing is loaded from elsewhere."""


def live_routes(
    ledger: Ledger, faults: Faults, schemas: Path, origins: Origins
) -> list[Route]:
    """Return the routes of the page, of its events, and of the OpenAPI document."""

    def events(_: Request) -> Response:
        return StreamingResponse(
            _events(ledger, faults),
            headers=_HEADERS,
            media_type="text/event-stream",
        )

    @cache  # it takes seconds for hundreds of models
    def exported(base_url: str) -> Any:
        exporting = import_module("runcomfy_codegen.export.served")
        return exporting.served_document(schemas, base_url)

    def document(_: Request) -> Response:
        return _document_answer(partial(exported, origins.home))

    return [
        *(Route(path, _file(*file)) for path, file in FILES.items()),
        Route("/events", events),
        Route("/openapi.json", document),
    ]


def _file(name: str, content_type: str) -> Callable[[Request], Response]:
    def answer(_: Request) -> Response:
        data = Path(__file__).with_name(name).read_bytes()
        return Response(data, headers=_HEADERS, media_type=content_type)

    return answer


async def _events(ledger: Ledger, faults: Faults) -> AsyncIterator[str]:
    """Yield the state as a server-sent event, now and whenever it has changed."""
    yield f"retry: {RETRY}\n\n"
    sent = ""
    while True:
        event = f"data: {json.dumps(state(ledger, faults))}\n\n"
        if event != sent:
            yield event
            sent = event
        await asyncio.sleep(INTERVAL)


def _document_answer(exported: Callable[[], Any]) -> Response:
    """Return the answer with the OpenAPI document, which the generator writes.

    The simulator does not use the document: it reads the schemas itself, and tests compare both.
    """
    try:
        return JSONResponse(exported())
    except ModuleNotFoundError as error:
        message = (
            f"the generator writes the document, and {error.name} is not installed: "
            'pip install "runcomfy-models[testing]"'
        )
        return JSONResponse({"message": message}, 501)
    except Exception as error:  # invalid schemas may raise anything
        return JSONResponse(
            {"message": f"the schemas cannot be exported: {error}"}, 500
        )
