"""Skip marks for features that a platform lacks, each with its reason."""

from __future__ import annotations

import os

import pytest


def needs_posix(what: str) -> pytest.MarkDecorator:
    """Skip a test on Windows, which has no `what`."""
    return pytest.mark.skipif(os.name == "nt", reason=f"Windows has no {what}")
