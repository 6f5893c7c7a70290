# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 71a8182979971ea6238e381761769444
"""How a client behaves: time limits, pace, callbacks. Never an input of a model."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import get_args

from .option_changes import Policy
from .option_checks import (
    check_callback,
    check_choice,
    check_headers,
    check_hosts,
    check_number,
)
from .public import public
from .status import RequestStatus


@public
@dataclass(frozen=True, kw_only=True)
class Options:
    """Times are in seconds. Raises `ValueError` for what makes no sense."""

    connect_timeout: float = 10
    """For making a connection."""
    read_timeout: float = 60
    """For each piece of an answer to arrive, and of a body to be sent."""
    call_timeout: float = 300
    """For one HTTP call from its first byte to its last; downloads have no such limit,
    nor has a synchronous call over a handed-in transport that is not httpx's own."""
    queue_timeout: float = inf
    """For the time in the queue, as far as it is waited for."""
    wait_timeout: float = 3600
    """For the whole wait for a job, its time in the queue included."""
    on_timeout: Policy = "detach"
    """What becomes of a job that outlives its queue_timeout or wait_timeout."""
    on_interrupt: Policy = "detach"
    """What becomes of a job when Ctrl-C or the cancellation of the task ends the wait."""
    cancel_timeout: float = 5
    """For asking to cancel, where a policy asks for it."""
    poll_first: float = 0.25
    """Between the first two polls, and again whenever the status changes."""
    poll_growth: float = 1.5
    """By how much each further pause is longer than the one before."""
    poll_max: float = 5
    """The longest pause, where the service does not ask for a longer one."""
    attempts: int = 4
    """How often a submission is tried that certainly was not taken, a call whose answer
    is unreadable, and a download that makes no progress."""
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    """Sent with every call, beside those of the protocol; never with a download."""
    on_update: Callable[[RequestStatus], object] | None = None
    """Called with each change of status or queue position while a job is waited for:
    a plain function, in the asynchronous client too. If it has a method `left`, that is
    called with the request_id when a wait ends before its job does."""
    download_hosts: Sequence[str] = ("runcomfy.net", "runcomfy.com")
    """Hosts that files are fetched from, their subdomains included."""
    download_limit: int = 2 * 2**30
    """Bytes of the largest file that is fetched."""

    def __post_init__(self) -> None:
        """Refuse here what would fail in the middle of a paid job."""
        for name, least in _LEAST.items():
            check_number(name, getattr(self, name), least)
        check_choice("on_timeout", self.on_timeout, get_args(Policy))
        check_choice("on_interrupt", self.on_interrupt, get_args(Policy))
        check_hosts(self.download_hosts)
        check_callback(self.on_update)
        check_headers(self.headers)


_LEAST = {
    "connect_timeout": 0.001,
    "read_timeout": 0.001,
    "call_timeout": 0.001,
    "queue_timeout": 0.0,
    "wait_timeout": 0.0,
    "cancel_timeout": 0.001,
    "poll_first": 0.001,
    "poll_growth": 1.0,
    "poll_max": 0.001,
    "attempts": 1,
    "download_limit": 1,
}
"""The least value of a number; whole where the option has to be."""
