"""What a platform lacks: tests that need it are skipped there, with the reason."""

from __future__ import annotations

import os

import pytest


def needs_posix(what: str) -> pytest.MarkDecorator:
    """Skip a test on Windows, which has no `what`."""
    return pytest.mark.skipif(os.name == "nt", reason=f"Windows has no {what}")
