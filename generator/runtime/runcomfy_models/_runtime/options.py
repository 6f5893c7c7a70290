"""Options of a client: time limits, polling, callbacks. Never an input of a model."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from math import inf
from typing import TYPE_CHECKING, Any, Literal, TypedDict, get_args

from .option_checks import (
    check_amount,
    check_callback,
    check_choice,
    check_flag,
    check_headers,
    check_hosts,
    check_journal,
    check_json,
    check_number,
)
from .public import public
from .status import RequestStatus

if TYPE_CHECKING:
    from .journal.journal import Journal
else:  # for `get_type_hints`: a client without a journal does not import it
    Journal = Any

Policy = Literal["detach", "cancel"]
"""The action on a job when the wait for it ends early: let it run, or ask once to cancel."""


UnknownCost = Literal["refuse", "allow"]
"""The action on a job of unknown price, if there is a limit."""


RulesPolicy = Literal["refuse", "warn", "off"]
"""The action on inputs that break a rule in words."""


class OptionChanges(TypedDict, total=False):
    """The keywords of a client and of `with_options`; see `Options` for their meaning."""

    connect_timeout: float
    """Limit for making a connection."""
    read_timeout: float
    """Limit for each piece of an answer to arrive, and of a body to be sent."""
    call_timeout: float
    """Limit for one HTTP call as a whole. Downloads have no such limit, nor has a
    synchronous call over a custom transport that is not httpx's own."""
    queue_timeout: float
    """Limit for the time in the queue during one wait."""
    wait_timeout: float
    """Limit for one wait for a job as a whole, its time in the queue included."""
    on_timeout: Policy
    """Action on a job that exceeds queue_timeout or wait_timeout."""
    on_interrupt: Policy
    """Action on a job if Ctrl-C or the cancellation of the task ends the wait."""
    cancel_timeout: float
    """Limit for asking to cancel, if a policy says so."""
    poll_first: float
    """Pause between the first two polls, and after each change of status."""
    poll_growth: float
    """Factor by which each further pause grows."""
    poll_max: float
    """Longest pause, unless the service asks for a longer one."""
    retry_after_max: float
    """Longest pause that a `Retry-After` header may ask for. If it asks for more,
    `on_update` gets a status with that `retry_after`, and a warning is logged."""
    attempts: int
    """Attempts for a submission that certainly was not accepted, for a call with an
    unreadable answer, and for a download that makes no progress."""
    headers: Mapping[str, str]
    """Headers to send with every call, beside those of the protocol; never with a
    download."""
    on_update: Callable[[RequestStatus], object] | None
    """Callback for each change of status or queue position while a job is waited for: a
    plain function, in the asynchronous client too. If it has a method `left`, that is
    called with the request_id when a wait ends before its job does."""
    download_hosts: Sequence[str]
    """Hosts that files may be downloaded from, subdomains included."""
    download_limit: int
    """Largest file to download, in bytes."""
    journal: Journal | None
    """Records every paid call: `Journal("jobs.db")`, from `runcomfy_models.journal`."""
    key: str | None
    """Key of the next paid call in the journal, which is made once for it: with the same
    inputs, `run` and `submit` give the job that is recorded; other inputs raise
    `KeyConflict`. Without one, each call is a new entry."""
    media_checks: bool
    """Whether a medium given as text has to be an https URL of a public host or a base64
    `data:` URI. False sends any text that fits the schema."""
    extra_inputs: Mapping[str, Any]
    """Inputs that the service accepts and the schema here does not have yet, by wire name.
    They are sent unchecked beside the others, with a warning in the log. A name that the
    schema has is refused."""
    max_cost: Decimal | float | str | None
    """The most that a job may cost, in US dollars: `"0.50"`. One that may cost more raises
    `PriceTooHigh`, and nothing is sent. None for no limit."""
    max_cost_unknown: UnknownCost
    """Action, if there is a limit, on a job whose price is not known."""
    rules: RulesPolicy
    """Action on inputs that break a rule which the docs state in words: refuse them, send
    them with a warning, or do not check the rules."""


@public
@dataclass(frozen=True, kw_only=True)
class Options:
    """Options of a client. Times are in seconds.

    Raises `ValueError` for a value that makes no sense.
    """

    connect_timeout: float = 10
    """Limit for making a connection."""
    read_timeout: float = 60
    """Limit for each piece of an answer to arrive, and of a body to be sent."""
    call_timeout: float = 300
    """Limit for one HTTP call as a whole. Downloads have no such limit, nor has a
    synchronous call over a custom transport that is not httpx's own."""
    queue_timeout: float = inf
    """Limit for the time in the queue during one wait."""
    wait_timeout: float = 3600
    """Limit for one wait for a job as a whole, its time in the queue included."""
    on_timeout: Policy = "detach"
    """Action on a job that exceeds queue_timeout or wait_timeout."""
    on_interrupt: Policy = "detach"
    """Action on a job if Ctrl-C or the cancellation of the task ends the wait."""
    cancel_timeout: float = 5
    """Limit for asking to cancel, if a policy says so."""
    poll_first: float = 0.25
    """Pause between the first two polls, and after each change of status."""
    poll_growth: float = 1.5
    """Factor by which each further pause grows."""
    poll_max: float = 5
    """Longest pause, unless the service asks for a longer one."""
    retry_after_max: float = 120
    """Longest pause that a `Retry-After` header may ask for. If it asks for more,
    `on_update` gets a status with that `retry_after`, and a warning is logged."""
    attempts: int = 4
    """Attempts for a submission that certainly was not accepted, for a call with an
    unreadable answer, and for a download that makes no progress."""
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    """Headers to send with every call, beside those of the protocol; never with a
    download."""
    on_update: Callable[[RequestStatus], object] | None = None
    """Callback for each change of status or queue position while a job is waited for: a
    plain function, in the asynchronous client too. If it has a method `left`, that is
    called with the request_id when a wait ends before its job does."""
    download_hosts: Sequence[str] = ("runcomfy.net", "runcomfy.com")
    """Hosts that files may be downloaded from, subdomains included."""
    download_limit: int = 2 * 2**30
    """Largest file to download, in bytes."""
    journal: Journal | None = field(default=None, repr=False)
    """Records every paid call: `Journal("jobs.db")`, from `runcomfy_models.journal`."""
    key: str | None = None
    """Key of the next paid call in the journal, which is made once for it: with the same
    inputs, `run` and `submit` give the job that is recorded; other inputs raise
    `KeyConflict`. Without one, each call is a new entry."""
    media_checks: bool = True
    """Whether a medium given as text has to be an https URL of a public host or a base64
    `data:` URI. False sends any text that fits the schema."""
    extra_inputs: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """Inputs that the service accepts and the schema here does not have yet, by wire name.
    They are sent unchecked beside the others, with a warning in the log. A name that the
    schema has is refused."""
    max_cost: Decimal | float | str | None = None
    """The most that a job may cost, in US dollars: `"0.50"`. One that may cost more raises
    `PriceTooHigh`, and nothing is sent. None for no limit."""
    max_cost_unknown: UnknownCost = "refuse"
    """Action, if there is a limit, on a job whose price is not known."""
    rules: RulesPolicy = "refuse"
    """Action on inputs that break a rule which the docs state in words: refuse them, send
    them with a warning, or do not check the rules."""

    def __post_init__(self) -> None:
        """Refuse values that would fail in the middle of a paid job."""
        for name, minimum in _MINIMUMS.items():
            check_number(name, getattr(self, name), minimum)
        check_choice("on_timeout", self.on_timeout, get_args(Policy))
        check_choice("on_interrupt", self.on_interrupt, get_args(Policy))
        check_hosts(self.download_hosts)
        check_callback("on_update", self.on_update)
        check_flag("media_checks", self.media_checks)
        check_journal(self.journal, self.key)
        check_amount("max_cost", self.max_cost)
        check_choice("max_cost_unknown", self.max_cost_unknown, get_args(UnknownCost))
        check_choice("rules", self.rules, get_args(RulesPolicy))
        check_headers(self.headers)
        check_json("extra_inputs", self.extra_inputs)


_MINIMUMS = {
    "connect_timeout": 0.001,
    "read_timeout": 0.001,
    "call_timeout": 0.001,
    "queue_timeout": 0.0,
    "wait_timeout": 0.0,
    "cancel_timeout": 0.001,
    "poll_first": 0.001,
    "poll_growth": 1.0,
    "poll_max": 0.001,
    "retry_after_max": 0.0,
    "attempts": 1,
    "download_limit": 1,
}
"""Option: its smallest value, an int if the option has to be one."""
