"""Each third-party library is imported by one module, and only when it is needed."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import runcomfy_codegen.pages

PACKAGE = Path(runcomfy_codegen.pages.__file__).parents[1]


@pytest.mark.parametrize(
    ("library", "module"), [("bs4", "pages/html_text.py"), ("httpx", "http/fetcher.py")]
)
def test_a_library_is_imported_by_one_module(library: str, module: str) -> None:
    imports = re.compile(rf"^\s*(?:import|from) {library}\b", re.MULTILINE)
    files = (path for path in PACKAGE.rglob("*.py") if imports.search(path.read_text("utf-8")))
    assert [path.relative_to(PACKAGE).as_posix() for path in files] == [module]


def test_reading_the_protocol_imports_neither_library() -> None:
    code = (
        "import sys, runcomfy_codegen.reading.service_protocol, runcomfy_codegen.pages.sources\n"
        "assert not {'bs4', 'httpx'} & set(sys.modules)"
    )
    env = {"PYTHONPATH": str(PACKAGE.parent)}
    subprocess.run([sys.executable, "-c", code], check=True, env=env)
