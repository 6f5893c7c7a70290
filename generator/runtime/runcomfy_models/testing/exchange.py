"""One call from its first byte to its last, with what may go wrong on the way."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from .altering import altered
from .faults import Fault, Kind
from .ledger import HttpCall, Ledger, Submission
from .origins import Origins
from .refusals import Refusal
from .script import Faults
from .wire import Wire

BODY_LIMIT = 64 * 2**20
"""Bytes of the largest body. Source: the docs."""


@dataclass
class Call:
    """What is asked of the service."""

    request: Request
    body: bytes
    fault: Fault
    submission: Submission | None = None
    """The entry in the ledger, where the call submits a job."""

    @property
    def model_id(self) -> str:
        """The model that the path names."""
        return str(self.request.path_params["model_id"])

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the body, hexadecimal."""
        return hashlib.sha256(self.body).hexdigest()


Work = Callable[[Call], Response]
"""What the service does with a call; it may raise `Refusal`."""


class Exchange:
    """The ASGI application of one kind of call."""

    def __init__(
        self, kind: Kind, work: Work, faults: Faults, ledger: Ledger, origins: Origins
    ) -> None:
        """`work` is done for each call that is carried out."""
        self._kind: Kind = kind
        self._work = work
        self._faults = faults
        self._ledger = ledger
        self._origins = origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the call, do the work, answer."""
        fault = self._faults.take(self._kind)
        noted: HttpCall = scope["state"]["call"]
        noted.fault = fault.name
        wire = Wire(scope, receive, send)
        request = Request(scope, receive)
        if not fault.reads_body:
            await wire.reset()
            return
        with suppress(ClientDisconnect):
            await self._answer(Call(request, await _read(request), fault), wire)

    async def _answer(self, call: Call, wire: Wire) -> None:
        if self._kind == "submit":
            call.submission = Submission(call.model_id, call.digest)
            self._ledger.submissions.append(call.submission)
        fault = call.fault
        response = altered(self._worked(call), fault, call.request, self._origins)
        if fault.pause and await wire.closed(within=fault.pause):
            return
        if call.submission and not (fault.reset or fault.cut):
            call.submission.answered(response.status_code, bytes(response.body))
        await wire.answer(response, fault)

    def _worked(self, call: Call) -> Response:
        """What the service itself answers."""
        if not call.fault.carried_out:
            return Response()
        if len(call.body) > BODY_LIMIT:
            return JSONResponse({"message": "the body is larger than 64 MiB"}, 413)
        try:
            return self._work(call)
        except Refusal as refusal:
            return JSONResponse(refusal.document, refusal.http_status)


async def _read(request: Request) -> bytes:
    """The body, read to its end; of one that is too large, no more than tells so."""
    body = bytearray()
    async for piece in request.stream():
        body += piece[: BODY_LIMIT + 1 - len(body)]
    return bytes(body)
