"""Each outside library has one room, and nobody pays for a library that is not used."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import runcomfy_codegen.pages

PACKAGE = Path(runcomfy_codegen.pages.__file__).parent


@pytest.mark.parametrize(("library", "room"), [("bs4", "html_text.py"), ("httpx", "sources.py")])
def test_a_library_has_one_room(library: str, room: str) -> None:
    imports = re.compile(rf"^\s*(?:import|from) {library}\b", re.MULTILINE)
    assert [p.name for p in PACKAGE.glob("*.py") if imports.search(p.read_text("utf-8"))] == [room]


def test_reading_the_protocol_imports_neither() -> None:
    code = (
        "import sys, runcomfy_codegen.reading.service, runcomfy_codegen.pages.sources\n"
        "assert not {'bs4', 'httpx'} & set(sys.modules)"
    )
    env = {"PYTHONPATH": str(PACKAGE.parents[1])}
    subprocess.run([sys.executable, "-c", code], check=True, env=env)
