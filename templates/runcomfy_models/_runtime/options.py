"""How a client behaves: limits of time, pace of polling, callbacks. Never an input of a model."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .status import RequestStatus


@dataclass(frozen=True, kw_only=True)
class Options:
    """Times are in seconds."""

    connect_timeout: float = 10
    """For making a connection."""
    read_timeout: float = 60
    """For each piece of an answer to arrive, and of a body to be sent."""
    wait_timeout: float = 3600
    """For the whole wait for a job, its time in the queue included."""
    poll_first: float = 0.25
    """Between the first two polls, and again whenever the status changes."""
    poll_growth: float = 1.5
    """By how much each further pause is longer than the one before."""
    poll_max: float = 5
    """The longest pause."""
    attempts: int = 4
    """How often a call is tried in all that certainly was not taken."""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    """Sent with every call, beside those of the protocol."""
    on_update: Callable[[RequestStatus], Any] | None = None
    """Called with each change of status or queue position while a job is waited for."""
