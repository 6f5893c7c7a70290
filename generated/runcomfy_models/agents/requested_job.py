# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: dea3926bd40951781ea41b708ef1c78c
"""Check a job that an agent asks for, and whether it was paid for before."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .._runtime.errors import (
    InvalidInputError,
    JournalError,
    Problem,
    RunComfyError,
    SubmissionUnknown,
    WaitTimeout,
)
from .._runtime.journal.paid_calls.states import (
    CANCELLED,
    DONE,
    FAILED,
    RUNNING,
    SUBMITTED,
    UNKNOWN,
)
from .._runtime.models.problems import invalid_inputs
from .._runtime.pricing import Price

PAID_FOR = frozenset({SUBMITTED, RUNNING, DONE, FAILED, CANCELLED, UNKNOWN})
"""States of a key that is not paid for again."""


@dataclass(frozen=True)
class RequestedJob:
    """A job that an agent asks for: checked, and not submitted yet."""

    model_id: str
    call: str
    """A text that is equal for two calls with the same model and inputs."""
    keywords: dict[str, Any]
    """Its inputs, by the names of the keywords of `run`."""
    key: str
    price: Price
    is_paid_for: bool
    """Whether its key was paid for before: then it costs nothing more."""


async def check_inputs(
    client: Any, keywords: dict[str, Any], files: Sequence[Problem]
) -> None:
    """Check the inputs; problems with their `files` take the place of what `check` says of them.

    Raises `InvalidInputError` with all of them, and what else `check` of the client raises.
    """
    found: tuple[Problem, ...] = ()
    try:
        await client.check(**keywords)
    except InvalidInputError as error:
        if not files:
            raise
        found = error.problems
    paths = {problem.path for problem in files}
    if files:
        others = (problem for problem in found if problem.path not in paths)
        raise invalid_inputs((*files, *others), client.model_id)


def may_be_paid(error: BaseException) -> bool:
    """Whether a job may have been queued although its submission ended with `error`."""
    if not isinstance(error, RunComfyError):  # the agent gave up waiting; a bug of ours
        return True
    is_lost = isinstance(error, SubmissionUnknown | WaitTimeout | JournalError)
    return is_lost or error.request_id is not None
