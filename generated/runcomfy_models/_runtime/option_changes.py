# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 5f5aa27bf20f3d18de63be1c67d30f6b
"""The keywords by which a client is told how to behave."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, TypedDict

from .status import RequestStatus

Policy = Literal["detach", "cancel"]
"""What becomes of a job that is not waited for any longer: it goes on, or the service
is asked once to cancel it."""


class OptionChanges(TypedDict, total=False):
    """The keywords of a client and of `with_options`; `Options` tells what each is."""

    connect_timeout: float
    read_timeout: float
    call_timeout: float
    queue_timeout: float
    wait_timeout: float
    on_timeout: Policy
    on_interrupt: Policy
    cancel_timeout: float
    poll_first: float
    poll_growth: float
    poll_max: float
    attempts: int
    headers: Mapping[str, str]
    on_update: Callable[[RequestStatus], object] | None
    download_hosts: Sequence[str]
    download_limit: int
