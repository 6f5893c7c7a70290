"""What httpx says went wrong, in our words. The one place that knows its errors."""

import sys

from .calls import Call
from .errors import ConnectionFailed
from .shown import shown

NEVER_SENT = (
    "ConnectError",
    "ConnectTimeout",
    "InvalidURL",
    "PoolTimeout",
    "ProxyError",
    "UnicodeError",
    "UnsupportedProtocol",
)
"""Errors of httpx, by name, that come before the first byte of a call is sent.

Source: httpx's docs on exceptions; `ProxyError` is a proxy refusing the tunnel.
"""

NEVER_SENT_BY_AIOHTTP = (
    "ClientConnectorError",
    "ClientHttpProxyError",
    "ConnectionTimeoutError",
    "InvalidURL",
    "NonHttpUrlClientError",
)
"""The same of aiohttp, each with its subclasses. Source: its reference, "Client exceptions".

httpx-aiohttp tells a connection that broke after the call as `ConnectTimeout`.
"""


def connection_failed(
    error: Exception, call: Call, text: str, begun: bool | None
) -> ConnectionFailed:
    """The error for a call that httpx failed with `error`; `text` says why.

    `begun` is whether the call itself has gone out; None where its transport does not
    tell, and the name of the error is all that is known.
    """
    name = type(error).__name__
    return ConnectionFailed(
        f"{name}: {shown(text)}" if text else name,
        sent=not _never_sent(error) if begun is None else begun,
        **call.facts,
    )


def aiohttp_errors() -> tuple[type[Exception], ...]:
    """What aiohttp raises, where it is in use: its transport lets some through."""
    aiohttp = sys.modules.get("aiohttp")
    return () if aiohttp is None else (aiohttp.ClientError,)


def _never_sent(error: Exception) -> bool:
    for origin in (error, error.__cause__):
        if isinstance(origin, aiohttp_errors()):
            kinds = {kind.__name__ for kind in type(origin).__mro__}
            return not kinds.isdisjoint(NEVER_SENT_BY_AIOHTTP)
    return type(error).__name__ in NEVER_SENT


def too_long(call: Call, seconds: float) -> ConnectionFailed:
    """The error for an answer that does not end in time, or not at all."""
    return ConnectionFailed(
        f"no whole answer after {seconds:g} s", sent=True, **call.facts
    )


def no_turn(call: Call, seconds: float) -> ConnectionFailed:
    """The error for a call that was not made, since too many others were under way."""
    return ConnectionFailed(
        f"not sent: other calls of the same client took all of {seconds:g} s",
        sent=False,
        **call.facts,
    )
