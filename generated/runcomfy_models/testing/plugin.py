# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: af71e1c6db8839160345da5834bc3e83
"""The pytest plugin: the fixture `runcomfy_simulator`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .simulator import Simulator


@pytest.fixture
def runcomfy_simulator(monkeypatch: pytest.MonkeyPatch) -> Iterator["Simulator"]:
    """Run a simulator, which clients without `base_url=` and `token=` call."""
    # Imported here: pytest loads this plugin in every run, also without the extra.
    try:
        from . import Simulator
    except ModuleNotFoundError as error:
        pytest.fail(str(error), pytrace=False)
    with Simulator() as simulator:
        for name, value in simulator.environment.items():
            monkeypatch.setenv(name, value)
        yield simulator
