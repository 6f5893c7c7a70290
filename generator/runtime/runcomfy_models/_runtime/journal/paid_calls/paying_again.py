"""Decide whether a job that ended without a result is paid for again."""

from ..entry import Entry
from .adopting import SET_ASIDE
from .states import CANCELLED, FAILED


def may_pay_again(entry: Entry, retries: int) -> bool:
    """Whether a job failed, or was cancelled, and one of its `retries` is left.

    A job that was set aside may have completed, and one whose output has another form did:
    neither is paid for again.
    """
    has_failed = entry.state in (FAILED, CANCELLED)
    may_have_completed = entry.answer is not None or entry.error == SET_ASIDE
    return has_failed and not may_have_completed and entry.paid <= retries
