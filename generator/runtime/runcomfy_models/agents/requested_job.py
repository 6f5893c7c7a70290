"""Check a job that an agent asks for, and whether it was paid for before."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .._runtime.errors import (
    InvalidInputError,
    JournalError,
    KeyConflict,
    Problem,
    RunComfyError,
    SubmissionUnknown,
    WaitTimeout,
)
from .._runtime.models.problems import invalid_inputs
from .._runtime.pricing import Price


@dataclass(frozen=True)
class RequestedJob:
    """A job that an agent asks for: checked, and not submitted yet."""

    model_id: str
    fingerprint: str
    """A text that is equal for two calls with the same model and inputs."""
    keywords: dict[str, Any]
    """Its inputs, by the names of the keywords of `run`."""
    key: str
    price: Price
    is_paid_for: bool
    """Whether its key was paid for before: then it costs nothing more."""


async def check_inputs(
    client: Any, keywords: dict[str, Any], file_problems: Sequence[Problem]
) -> None:
    """Check the inputs. An input among `file_problems` keeps only that problem.

    Raises `InvalidInputError` with all problems, and whatever `check` of the client raises.
    """
    others: tuple[Problem, ...] = ()
    try:
        await client.check(**keywords)
    except InvalidInputError as error:
        if not file_problems:
            raise
        paths = {problem.path for problem in file_problems}
        others = tuple(each for each in error.problems if each.path not in paths)
    if file_problems:
        raise invalid_inputs((*file_problems, *others), client.model_id)


def may_be_paid(error: BaseException) -> bool:
    """Whether a job may have been queued although its submission ended with `error`."""
    if not isinstance(error, RunComfyError):  # the agent gave up waiting, or a bug
        return True
    if isinstance(error, KeyConflict):  # its request_id is that of another job
        return False
    is_lost = isinstance(error, SubmissionUnknown | WaitTimeout | JournalError)
    return is_lost or error.request_id is not None
