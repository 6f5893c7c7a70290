# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 5bc29887fe54b5a0b4aeb45bd47f5760
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


def connection_failed(error: Exception, call: Call, text: str) -> ConnectionFailed:
    """The error for a call that httpx failed with `error`; `text` says why."""
    name = type(error).__name__
    return ConnectionFailed(
        f"{name}: {shown(text)}" if text else name,
        sent=name not in NEVER_SENT,
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
