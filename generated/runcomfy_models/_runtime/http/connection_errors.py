# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 4a8c4e67b9856a4d8baa81e39e8259aa
"""Turn the exceptions of httpx and aiohttp into errors of this package."""

import sys

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
"""Exceptions of httpx, by name, that come before the first byte of a call is sent.

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


def connection_failed(
    error: Exception, call: Call, text: str, begun: bool | None
) -> ConnectionFailed:
    """Return the error for a call that failed with `error`; `text` is its message.

    `begun` says whether the call itself has been sent in part. None if the transport does
    not say so: then the name of the exception decides.
    """
    name = type(error).__name__
    return ConnectionFailed(
        f"{name}: {truncated(text)}" if text else name,
        sent=not _never_sent(error) if begun is None else begun,
        **call.facts,
    )


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
            kinds = {kind.__name__ for kind in type(origin).__mro__}
            return not kinds.isdisjoint(NEVER_SENT_BY_AIOHTTP)
    return type(error).__name__ in NEVER_SENT
