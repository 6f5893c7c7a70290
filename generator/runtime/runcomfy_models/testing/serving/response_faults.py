"""Change an answer as a fault says."""

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from ..faults import Fault, Reply
from ..origins import Origins


def altered(
    response: Response, fault: Fault, request: Request, origins: Origins
) -> Response:
    """Return the answer to send instead of `response`."""
    if fault.instead is not None:
        response = _response(fault.instead, origins.home + request.url.path)
    elif isinstance(response, JSONResponse) and response.status_code < 400:
        response = _edited(response, fault)
    if fault.elsewhere:
        response = _moved(response, origins)
    return response


def _response(reply: Reply, url: str) -> Response:
    headers = dict(reply.headers)
    # `faults.redirect` leaves the value empty, since only here the URL is known.
    if headers.get("Location") == "":
        headers["Location"] = url
    return Response(reply.body, reply.status, headers, "application/json")


def _edited(response: JSONResponse, fault: Fault) -> JSONResponse:
    document: dict[str, Any] = {**json.loads(bytes(response.body)), **fault.fields}
    for name in fault.without:
        document.pop(name, None)
    if fault.under:
        document = {fault.under: document}
    return JSONResponse(document, response.status_code)


def _moved(response: Response, origins: Origins) -> Response:
    """Return `response` with the other origin in every URL."""
    headers = {
        name: value.replace(origins.home, origins.other)
        for name, value in response.headers.items()
        if name != "content-length"
    }
    body = bytes(response.body).replace(origins.home.encode(), origins.other.encode())
    return Response(body, response.status_code, headers)
