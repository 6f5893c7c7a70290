"""The script that derives the synchronous half of the client library."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

CASES = {
    "async def f(): ...": "def f(): ...",
    "x = await g(await h())": "x = g(h())",
    "return await a.b(c)": "return a.b(c)",
    "async with AsyncX() as x:\n    pass": "with X() as x:\n    pass",
    "async for x in y:\n    pass": "for x in y:\n    pass",
    "z = [x async for x in y]": "z = [x for x in y]",
    "from collections.abc import AsyncIterator": "from collections.abc import Iterator",
    "async def __aenter__(self): ...": "def __enter__(self): ...",
    "async def __aexit__(self): ...": "def __exit__(self): ...",
    "await self.http.aclose()": "self.http.close()",
    'x: "httpx.AsyncClient | None"': 'x: "httpx.Client | None"',
    'def f() -> "AsyncX": ...': 'def f() -> "X": ...',
    'f("AsyncClient")': 'f("AsyncClient")',
    '"""Runs asynchronously; as `AsyncClient` does, an AsyncClient."""': (
        '"""Runs asynchronously; as `Client` does, an AsyncClient."""'
    ),
    "# an `AsyncClient` that waits": "# an `Client` that waits",
    'text = "async is a word, as is await"': 'text = "async is a word, as is await"',
    "Asynchrony = asyncify = await_ = Async": "Asynchrony = asyncify = await_ = Async",
    "x = (\n    await\n    y\n)": "x = (\n    \n    y\n)",
    "größe = await f('ü')": "größe = f('ü')",
    "plain(code)  # stays": "plain(code)  # stays",
    "": "",
}


@pytest.fixture(scope="module")
def script(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("unasync", root / "scripts/unasync.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("source", "expected"), CASES.items())
def test_code_is_rewritten_and_prose_is_not(source: str, expected: str, script: ModuleType) -> None:
    assert script.unasync(source) == expected
    assert script.unasync(source + "\n") == expected + "\n"


def test_synchronous_code_is_not_changed(script: ModuleType) -> None:
    for expected in CASES.values():
        assert script.unasync(expected) == expected


def test_the_committed_half_is_up_to_date(root: Path) -> None:
    command = [sys.executable, "scripts/unasync.py", "--check"]
    completed = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert (completed.returncode, completed.stderr) == (0, "")


@pytest.fixture
def halves(script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script over a library of one module, which uses every name of the table."""
    for name in ("SOURCE", "TARGET"):
        folder = tmp_path / name.lower()
        folder.mkdir()
        monkeypatch.setattr(script, name, folder)
    (script.SOURCE / "a.py").write_text("".join(f"{name} = 1\n" for name in script.NAMES))
    return script


def run(script: ModuleType, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["unasync.py", *arguments])
    status: int = script.main()
    return status


def test_a_difference_fails_the_check_and_is_written_otherwise(
    halves: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (halves.TARGET / "gone.py").write_text("")
    assert run(halves, monkeypatch, "--check") == 1
    assert "a.py is out of date" in capsys.readouterr().err
    assert run(halves, monkeypatch) == 0
    assert [path.name for path in halves.TARGET.iterdir()] == ["a.py"]
    assert run(halves, monkeypatch, "--check") == 0


def test_a_name_that_no_source_uses_is_an_error(
    halves: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(halves.NAMES, "unheard_of", "x")
    assert run(halves, monkeypatch) == 1
    assert "'unheard_of', which no source uses" in capsys.readouterr().err
    assert not list(halves.TARGET.iterdir())


@pytest.mark.parametrize("line", ["import asyncio", '"""Like AsyncClient."""', "x = 'await'"])
def test_a_remaining_asynchronous_line_is_an_error(
    line: str,
    halves: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (halves.SOURCE / "b.py").write_text(line)
    assert run(halves, monkeypatch) == 1
    assert "b.py:1: still asynchronous" in capsys.readouterr().err


def test_the_synchronous_half_never_waits_in_an_event_loop(root: Path) -> None:
    sources = list((root / "generator/runtime/runcomfy_models/_runtime/_sync").glob("*.py"))
    assert len(sources) > 3
    for source in sources:
        tree = ast.parse(source.read_text(encoding="utf-8"))
        names = {type(node).__name__ for node in ast.walk(tree)}
        assert not names & {"Await", "AsyncFor", "AsyncWith", "AsyncFunctionDef"}
