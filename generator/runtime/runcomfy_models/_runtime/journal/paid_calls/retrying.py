"""Decide whether a job that ended without a result is paid for again."""

from ..entry import Entry
from .states import CANCELLED, FAILED


def may_retry(entry: Entry, retries: int) -> bool:
    """Whether a job failed, or was cancelled, and one of its `retries` is left."""
    return entry.state in (FAILED, CANCELLED) and entry.paid <= retries
