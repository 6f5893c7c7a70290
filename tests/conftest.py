"""Options and paths that tests share."""

from __future__ import annotations

import gc
import os
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Generator, Iterator
from importlib.util import find_spec
from itertools import chain, islice
from pathlib import Path
from typing import Any, TypeVar

import certifi
import pytest
from hypothesis import settings

from tests.browser import INSTALL, find_browser, running

settings.register_profile("same examples each time", derandomize=True, deadline=None)
settings.register_profile("quick", derandomize=True, deadline=None, max_examples=10)  # make quick
settings.load_profile("same examples each time")

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"


T = TypeVar("T")

MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes folders of its own there
"""A file system in memory, as Linux has it."""


def pytest_configure() -> None:
    """Keep temporary folders in memory, where it takes them: tests make ten thousands of files."""
    if sys.platform == "linux" and MEMORY.is_dir():
        memory = os.statvfs(MEMORY)  # containers may have 64 MiB there, from which nothing can run
        if memory.f_bavail * memory.f_frsize > 2**30 and not memory.f_flag & os.ST_NOEXEC:
            os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="take snapshots as they come out")
    parser.addoption("--screenshots", type=Path, help="folder for a picture of each page")


@pytest.hookimpl(optionalhook=True, wrapper=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """Run two processes more than there are cores: tests wait for two fifths of their time."""
    return (yield) + 2


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the tests that take long, some in each process: none is left for the end."""
    long: defaultdict[object, list[pytest.Item]] = defaultdict(list)
    others: list[pytest.Item] = []
    for item in items:
        group = _long_group(item)
        (long[group] if group else others).append(item)
    processes = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    items[:] = spread(list(long.values()), others, processes)


def spread(groups: list[list[T]], others: list[T], processes: int) -> list[T]:
    """Return all tests in an order of which each process takes an equal part, with `worksteal`.

    Each part begins with its share of `groups`, which stay together.
    """
    rest, left = iter(others), sum(map(len, groups)) + len(others)
    order: list[T] = []
    for number in range(processes):
        part = list(chain.from_iterable(groups[number::processes]))
        fair_share = left // (processes - number)
        part += islice(rest, max(0, fair_share - len(part)))
        left -= len(part)
        order += part
    return order


def pytest_collection_finish() -> None:
    """Collect garbage less often, and never the collected tests: it took a fifth of the time."""
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


def _long_group(item: pytest.Item) -> object:
    """Return what a long test has in common with those of its process; None for other tests."""
    if "mypy" in getattr(item, "fixturenames", ()):
        return "mypy"  # whose first run takes ten times as long as those after it
    return item.path if item.get_closest_marker("timeout") else None


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The test corpus beside the project, or a skip that says that it is missing."""
    if not CORPUS.is_dir():
        pytest.skip(f"the corpus is not at {CORPUS}")
    return CORPUS


@pytest.fixture(scope="module")  # Playwright has an event loop: no other test may see it
def browser() -> Iterator[Any]:
    """A real browser, or a skip that says what is missing; CI on Linux does not skip."""
    missing = [name for name in ("playwright", "axe_playwright_python") if not find_spec(name)]
    program = find_browser()
    if missing or not program:
        why = f"needs a browser: {INSTALL}" if not missing else f"needs {' and '.join(missing)}"
        is_ci = os.environ.get("CI") == "true" and sys.platform == "linux"
        (pytest.fail if is_ci else pytest.skip)(why)
    with running(program) as started:
        yield started


@pytest.fixture
def picture(request: pytest.FixtureRequest) -> Callable[[Any], None]:
    """Take a picture of a page of the browser, if `--screenshots` says where to."""
    folder: Path | None = request.config.getoption("--screenshots")
    name = re.sub(r"[^\w.-]+", "-", request.node.name).strip("-")
    return lambda page: folder and page.screenshot(path=folder / f"{name}.png", full_page=True)


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache folder of the tests' own, for this process and those that it starts."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUNCOMFY_CODEGEN_CACHE", str(folder))
        yield folder


@pytest.fixture(scope="session", autouse=True)
def one_certificate(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Trust one authority only: reading all of them takes each new HTTP client 20 ms."""
    first, end, _ = Path(certifi.where()).read_text("utf-8").partition("-----END CERTIFICATE-----")
    file = tmp_path_factory.mktemp("certificates") / "one.pem"
    file.write_text(first + end, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSL_CERT_FILE", str(file))
        yield
