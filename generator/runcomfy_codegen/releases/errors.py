"""Reasons why a version or a release cannot be made."""

from __future__ import annotations


class ReleaseError(Exception):
    """The last release is unknown, or the next one cannot be made; the message says why."""
