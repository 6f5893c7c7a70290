"""The synchronous twin of asynchronous source."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from runcomfy_codegen.twin import sync_twin

CASES = {
    "async def f(): ...": "def f(): ...",
    "x = await g(await h())": "x = g(h())",
    "return await a.b(c)": "return a.b(c)",
    "async with AsyncX() as x:\n    pass": "with X() as x:\n    pass",
    "async for x in y:\n    pass": "for x in y:\n    pass",
    "z = [x async for x in y]": "z = [x for x in y]",
    "from .._async.client import AsyncModelClient": "from .._sync.client import ModelClient",
    "from collections.abc import AsyncIterator": "from collections.abc import Iterator",
    "async def __aenter__(self): ...": "def __enter__(self): ...",
    "async def __aexit__(self): ...": "def __exit__(self): ...",
    "await self.http.aclose()": "self.http.close()",
    "await asyncio.sleep(1)": "time.sleep(1)",
    'x: "httpx.AsyncClient | None"': 'x: "httpx.Client | None"',
    '"""Runs, asynchronously; an asynchronous `AsyncClient`."""': (
        '"""Runs, synchronously; an synchronous `Client`."""'
    ),
    "# an AsyncClient that waits": "# an Client that waits",
    'f"{AsyncX.name} of {y!r}"': 'f"{X.name} of {y!r}"',
    'text = "async is a word, as is await"': 'text = "async is a word, as is await"',
    "Asynchrony = asyncify = await_ = Async": "Asynchrony = asyncify = await_ = Async",
    "x = (\n    await\n    y\n)": "x = (\n    \n    y\n)",
    "größe = await f('ü')": "größe = f('ü')",
    "plain(code)  # stays": "plain(code)  # stays",
    "": "",
}


@pytest.mark.parametrize(("source", "twin"), CASES.items())
def test_words_are_replaced_and_keywords_dropped(source: str, twin: str) -> None:
    assert sync_twin(source) == twin
    assert sync_twin(source + "\n") == twin + "\n"


def test_a_twin_is_its_own_twin() -> None:
    for source in CASES:
        assert sync_twin(sync_twin(source)) == sync_twin(source)


def test_the_twins_of_the_runtime_are_free_of_waiting(root: Path) -> None:
    sources = sorted((root / "templates/runcomfy_models/_runtime/_async").glob("*.py"))
    assert len(sources) > 3
    for source in sources:
        twin = sync_twin(source.read_text(encoding="utf-8"))
        names = {type(node).__name__ for node in ast.walk(ast.parse(twin))}
        assert not names & {"Await", "AsyncFor", "AsyncWith", "AsyncFunctionDef"}
        assert "async" not in twin.lower()
