# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: b6996f1afcc02b6fce58bab8e8fbcb6f
"""Turn the exceptions of httpx, httpx2 and aiohttp into errors of this package."""

import socket
import ssl
import sys
from collections.abc import Iterator
from typing import cast
from urllib.parse import urlsplit

from ..errors import ConnectionFailed
from ..truncating import truncated
from .calls import Call

NEVER_SENT = (
    "ConnectError",
    "ConnectTimeout",
    "InvalidURL",
    "PoolTimeout",
    "ProxyError",
    "UnicodeError",
    "UnsupportedProtocol",
)
"""Names of exceptions of httpx and httpx2 that come before the first byte of a call is sent.

Source: httpx's docs on exceptions; `ProxyError` is a proxy that refuses the tunnel.
"""

NEVER_SENT_BY_AIOHTTP = (
    "ClientConnectorError",
    "ClientHttpProxyError",
    "ConnectionTimeoutError",
    "InvalidURL",
    "NonHttpUrlClientError",
)
"""The same of aiohttp, with their subclasses. Source: its reference, "Client exceptions"."""


LASTING = (ssl.SSLCertVerificationError, ConnectionRefusedError)
"""Causes that are likely to persist, beside an unknown host."""

UNKNOWN_HOST = (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))
"""Error numbers of a host that does not exist, rather than of a name server that fails."""


DEFAULT_PORTS = {"http": 80, "https": 443}
"""Port of a URL without one, for each scheme."""


def call_address(base_url: str, peer: tuple[str, int] | None) -> str:
    """Return host and port of `base_url`, and those of the proxy, if that is the `peer`."""
    url = urlsplit(base_url)
    service = url.hostname, url.port or DEFAULT_PORTS[url.scheme]
    if peer in (None, service):
        return url.netloc
    return f"{url.netloc} through the proxy {peer[0]}:{peer[1]}"


def connection_failed(
    error: Exception, call: Call, text: str, sending_started: bool | None, address: str
) -> ConnectionFailed:
    """Return the error for a call to `address` that failed with `error`; `text` is its message.

    `sending_started` says whether the call itself has been sent in part; None if the transport
    does not report that. Then the name of the exception decides.
    """
    sent = not _never_sent(error) if sending_started is None else sending_started
    name = type(_true_cause(error) if sent else error).__name__
    head = name if sent else f"{address}: {name}"
    return ConnectionFailed(
        f"{head}: {truncated(text)}" if text else head,
        sent=sent,
        lasting=any(map(_is_lasting, _causes(error))),
        **call.facts,
    )


def _true_cause(error: BaseException) -> BaseException:
    """Return the exception of aiohttp behind `error`, if there is one, else `error`."""
    # httpx-aiohttp reports a connection that broke after the call as ConnectTimeout.
    is_misleading = type(error).__name__ == "ConnectTimeout"
    return error.__cause__ if is_misleading and error.__cause__ else error


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield `error` and everything that it was caused by."""
    seen: set[int] = set()
    pending: list[BaseException | None] = [error]
    while pending:
        cause = pending.pop()
        if cause is not None and id(cause) not in seen:
            seen.add(id(cause))
            yield cause
            pending += [cause.__cause__, cause.__context__]
            if isinstance(cause, BaseExceptionGroup):
                pending += cast("BaseExceptionGroup[BaseException]", cause).exceptions


def _is_lasting(cause: BaseException) -> bool:
    if isinstance(cause, socket.gaierror):
        return cause.errno in UNKNOWN_HOST
    return isinstance(cause, LASTING)


def too_slow(call: Call, seconds: float) -> ConnectionFailed:
    """Return the error for an answer that is not complete in time, or endless."""
    return ConnectionFailed(
        f"no whole answer after {seconds:g} s", sent=True, **call.facts
    )


def no_permit(call: Call, seconds: float) -> ConnectionFailed:
    """Return the error for a call that was not made because too many others were running."""
    return ConnectionFailed(
        f"not sent: other calls of the same client took all of {seconds:g} s",
        sent=False,
        **call.facts,
    )


def aiohttp_errors() -> tuple[type[Exception], ...]:
    """Return the base of aiohttp's exceptions, some of which httpx-aiohttp lets through."""
    aiohttp = sys.modules.get("aiohttp")  # not imported unless it is in use
    return () if aiohttp is None else (aiohttp.ClientError,)


def _never_sent(error: Exception) -> bool:
    # httpx-aiohttp reports a connection that broke after the call as ConnectTimeout, so
    # aiohttp's own exception, where there is one, decides first.
    for origin in (error, error.__cause__):
        if isinstance(origin, aiohttp_errors()):
            names = {cls.__name__ for cls in type(origin).__mro__}
            return not names.isdisjoint(NEVER_SENT_BY_AIOHTTP)
    return type(error).__name__ in NEVER_SENT
