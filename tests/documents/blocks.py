"""Run the blocks of a document: Python, a shell, a file, the expected output."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

from sybil import Document, Example, Sybil
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers.markdown import CodeBlockParser, SkipParser
from sybil.parsers.markdown.lexers import RawFencedCodeBlockLexer

from runcomfy_models._runtime._sync.client import ModelClient
from tests.conftest import ROOT

SHIMS = Path(__file__).with_name("shims.sh")
"""Shell functions in place of what would change this machine, or leave it."""

FILES = "https://files.runcomfy.net"
"""Where documents say that files are, which the simulator serves."""

_ANY = re.escape("…")
"""Stands for any text in an output that is shown."""

_run_python = PythonEvaluator()


def python(example: Example) -> None:
    """Run a block of Python, in the namespace of the document, and keep what it prints."""
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        _run_python(example)
    _keep(example, output.getvalue())


def shell(example: Example) -> None:
    """Run a block of shell commands, each of which has to succeed, and keep what they print."""
    token = os.environ["RUNCOMFY_API_TOKEN"]  # documents export another one
    machine = {"CHECKOUT": str(ROOT), "PYTHON": sys.executable, "TOKEN": token}
    completed = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", f". {SHIMS}\n{example.parsed}"],
        env={**os.environ, **machine},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    printed = completed.stdout[-2000:] + completed.stderr[-2000:]
    assert completed.returncode == 0, f"{example.parsed}\n{printed}"
    _keep(example, completed.stdout)


def compare_output(example: Example) -> None:
    """Compare a block of text with what the block right before it has printed.

    In it, … is anything, and the address of files that of the service.
    """
    end, output = example.namespace.get("_printed", (0, ""))
    if example.document.text[end : example.start].strip():
        return  # prose between them: it is not about that block
    output = output.replace(os.environ["RUNCOMFY_BASE_URL"], FILES)
    pattern = re.escape(str(example.parsed).strip()).replace(_ANY, ".*")
    assert re.fullmatch(pattern, output.strip(), re.DOTALL), f"printed was:\n{output}"


def write_rows(example: Example) -> None:
    """Write the table that a document shows."""
    Path("rows.csv").write_text(str(example.parsed), "utf-8")


def check_toml(example: Example) -> None:
    """Read a block of TOML."""
    tomllib.loads(str(example.parsed))


def check_json(example: Example) -> None:
    """Read a block of JSON."""
    json.loads(str(example.parsed))


EVALUATORS = {
    "python": python,
    "sh": shell,
    "text": compare_output,
    "csv": write_rows,
    "toml": check_toml,
    "json": check_json,
}
"""Language of a block: the function that runs or checks it."""

SHOWN_ONLY = {"yaml", "ts"}
"""Languages of blocks that other tests are about, or tools of others."""


def run_blocks(path: Path, **namespace: object) -> None:
    """Run the blocks of the document `path` in their order; names in `namespace` are known."""
    parsers = [
        CodeBlockParser(*language_and_function) for language_and_function in EVALUATORS.items()
    ]
    document: Document = Sybil([*parsers, SkipParser()]).parse(path)
    document.namespace.update(namespace)
    for example in document.examples():
        example.evaluate()
    for value in document.namespace.values():
        if isinstance(value, ModelClient):
            value.close()


def languages(path: Path) -> set[str]:
    """Return what stands behind the fences of a document."""
    fences = RawFencedCodeBlockLexer(re.compile(r"(?P<language>.*)$\n", re.MULTILINE))
    return {region.lexemes["language"] for region in fences(Sybil([]).parse(path))}


def _keep(example: Example, output: str) -> None:
    example.namespace["_printed"] = (example.end, output)
