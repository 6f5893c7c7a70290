"""Decide whether a job that ended without a result is paid for again."""

from ..entry import Entry
from .adopting import SET_ASIDE
from .states import CANCELLED, FAILED


def may_retry(entry: Entry, retries: int) -> bool:
    """Whether a job failed, or was cancelled, and one of its `retries` is left.

    A job that was set aside is never paid for again: it may have completed.
    """
    has_failed = entry.state in (FAILED, CANCELLED) and entry.error != SET_ASIDE
    return has_failed and entry.paid <= retries
