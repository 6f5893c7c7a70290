# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""How a client behaves: time limits, pace, callbacks. Never an input of a model."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypedDict

from .status import RequestStatus

RESERVED_HEADERS = frozenset(
    {"accept", "authorization", "content-length", "content-type", "host"}
)
"""Headers of the protocol, which no option replaces."""

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[!-~]([ -~]*[!-~])?")


class OptionChanges(TypedDict, total=False):
    """The keywords of a client and of `with_options`; `Options` tells what each is."""

    connect_timeout: float
    read_timeout: float
    wait_timeout: float
    poll_first: float
    poll_growth: float
    poll_max: float
    attempts: int
    headers: Mapping[str, str]
    on_update: Callable[[RequestStatus], object] | None


@dataclass(frozen=True, kw_only=True)
class Options:
    """Times are in seconds. Raises `ValueError` for what makes no sense."""

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
    """The longest pause, where the service does not ask for a longer one."""
    attempts: int = 4
    """How often a submission is tried that certainly was not taken, and a call whose
    answer is unreadable."""
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    """Sent with every call, beside those of the protocol."""
    on_update: Callable[[RequestStatus], object] | None = None
    """Called with each change of status or queue position while a job is waited for."""

    def __post_init__(self) -> None:
        """Refuse here what would fail in the middle of a paid job."""
        for name, least in _LEAST.items():
            if not getattr(self, name) >= least:
                raise ValueError(f"{name} is at least {least:g}")
        for name, value in self.headers.items():
            _check_header(name, value)


_LEAST = {
    "connect_timeout": 0.001,
    "read_timeout": 0.001,
    "wait_timeout": 0,
    "poll_first": 0.001,
    "poll_growth": 1,
    "poll_max": 0.001,
    "attempts": 1,
}


def _check_header(name: str, value: str) -> None:
    """The value is not quoted: it may be a secret."""
    if name.lower() in RESERVED_HEADERS:
        raise ValueError(f"the header {name!r} belongs to the protocol")
    if not (_NAME.fullmatch(name) and _VALUE.fullmatch(value)):
        raise ValueError(f"the header {name!r} is not printable ASCII")
