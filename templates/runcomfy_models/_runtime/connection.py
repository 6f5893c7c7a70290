"""What httpx says went wrong, in our words. The one place that knows its errors."""

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
        sent=name not in NEVER_SENT if begun is None else begun,
        **call.facts,
    )


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
