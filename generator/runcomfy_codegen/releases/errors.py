"""Why there is no version, and no release."""

from __future__ import annotations


class ReleaseError(Exception):
    """The last release is unknown, or the next one cannot be made; the message says why."""
