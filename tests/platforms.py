"""Skip marks for features that a platform lacks, each with its reason."""

from __future__ import annotations

import os
import sys

import pytest


def needs_posix(feature: str) -> pytest.MarkDecorator:
    """Skip a test on Windows, which has no `what`."""
    return pytest.mark.skipif(os.name == "nt", reason=f"Windows has no {feature}")


def needs_linux(feature: str) -> pytest.MarkDecorator:
    """Skip a test on macOS and Windows, which have no `what`."""
    return pytest.mark.skipif(sys.platform != "linux", reason=f"Linux alone has {feature}")
