# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 2f0ed900ec8a596705db590006d482bc
"""One HTTP call from its first byte to its last, with the fault that it meets."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from ..api_errors import ApiError
from ..fault_scripts import Faults
from ..faults import Fault, Kind
from ..ledger import HttpCall, Ledger, Submission
from ..origins import Origins
from .client_connection import ClientConnection
from .response_faults import altered

MAX_BODY = 64 * 2**20
"""Bytes of a request body. Source: the API's docs."""


@dataclass
class ReceivedCall:
    """One call, as the simulated API sees it."""

    request: Request
    body: bytes
    fault: Fault
    submission: Submission | None = None
    """The entry in the ledger, if the call submits a job."""

    @property
    def model_id(self) -> str:
        """The model_id in the path."""
        return str(self.request.path_params["model_id"])

    @property
    def is_json(self) -> bool:
        """Whether the body is declared as JSON."""
        content_type = self.request.headers.get("Content-Type", "")
        return content_type.partition(";")[0].strip().lower() == "application/json"

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the body, hexadecimal."""
        return hashlib.sha256(self.body).hexdigest()


Work = Callable[[ReceivedCall], Response]
"""Carries a call out and returns the answer; may raise `ApiError`."""


class Exchange:
    """The ASGI application of one kind of call."""

    def __init__(
        self, kind: Kind, work: Work, faults: Faults, ledger: Ledger, origins: Origins
    ) -> None:
        """Do `work` for each call, unless its fault prevents that."""
        self._kind: Kind = kind
        self._work = work
        self._faults = faults
        self._ledger = ledger
        self._origins = origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the call, do the work, answer."""
        fault = self._faults.take(self._kind)
        recorded: HttpCall = scope["state"]["call"]
        recorded.fault = fault.name
        connection = ClientConnection(scope, receive, send)
        request = Request(scope, receive)
        if not fault.reads_body:  # uvicorn reads and drops it
            await connection.answer(
                altered(Response(), fault, request, self._origins), fault
            )
            return
        with suppress(ClientDisconnect):
            await self._answer(
                ReceivedCall(request, await _read(request), fault), connection
            )

    async def _answer(self, call: ReceivedCall, connection: ClientConnection) -> None:
        if self._kind == "submit":
            call.submission = Submission(call.model_id, call.digest)
            self._ledger.submissions.append(call.submission)
        fault = call.fault
        response = altered(self._good_answer(call), fault, call.request, self._origins)
        if fault.pause and await connection.closed(within=fault.pause):
            return
        if call.submission and not (fault.reset or fault.cut):
            call.submission.answered(response.status_code, bytes(response.body))
        await connection.answer(response, fault)

    def _good_answer(self, call: ReceivedCall) -> Response:
        """Return the answer as it would be without the fault."""
        if not call.fault.carried_out:
            return Response()
        if len(call.body) > MAX_BODY:
            return JSONResponse({"message": "the body is larger than 64 MiB"}, 413)
        if call.submission and not call.is_json:
            return JSONResponse({"message": "the body has to be application/json"}, 415)
        try:
            return self._work(call)
        except ApiError as error:
            return JSONResponse(error.document, error.http_status)


async def _read(request: Request) -> bytes:
    """Read a body to its end, but keep no more than one byte beyond `MAX_BODY`."""
    body = bytearray()
    async for piece in request.stream():
        body += piece[: MAX_BODY + 1 - len(body)]
    return bytes(body)
