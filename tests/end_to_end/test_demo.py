"""`make demo` prints the same text each time: demo.txt, which `--accept` writes."""

from __future__ import annotations

import io
import runpy
from pathlib import Path

import pytest
from rich.console import Console

EXPECTED = Path(__file__).with_name("demo.txt")


def test_the_demo_prints_the_stored_text(
    root: Path,
    request: pytest.FixtureRequest,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    demo = runpy.run_path(str(root / "examples/demo.py"))
    printed = io.StringIO()
    with caplog.at_level("ERROR", "runcomfy_models"):
        demo["run_chapters"](Console(file=printed, width=100, highlight=False), pause=0.001)
    text = "".join(f"{line.rstrip()}\n" for line in printed.getvalue().splitlines())
    if request.config.getoption("--accept"):
        EXPECTED.write_text(text, "utf-8")
    assert text == EXPECTED.read_text("utf-8")
    assert capfd.readouterr() == ("", ""), "nothing else is printed"
