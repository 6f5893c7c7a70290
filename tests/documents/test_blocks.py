"""Every block of README and of the guides runs as it is written, against the simulator."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from runcomfy_models.testing import Course, Simulator
from tests.conftest import ROOT
from tests.documents.blocks import EVALUATORS, SHOWN_ONLY, languages, run_blocks
from tests.pages.page_factory import Model, as_lines, pieces, prism
from tests.platforms import needs_posix

pytestmark = needs_posix("bash")

DOCUMENTS = ("README.md", *sorted(f"docs/{path.name}" for path in ROOT.glob("docs/*.md")))
SERVICE = "https://model-api.runcomfy.net"
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489")


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=T", "-c", "user.email=t@example.com")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def service() -> Iterator[Simulator]:
    """The service: its jobs end at once, and make one video."""
    with Simulator() as simulator:
        video = simulator.files.put("video.mp4", b"\0\0\0\x18ftypmp42")
        simulator.jobs.course = Course(queued=0, running=0, output={"video": video})
        yield simulator


@pytest.fixture(scope="module")
def origin(service: Simulator, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository as a reader has it: schemas, earlier schemas, saved pages, a release."""
    folder = tmp_path_factory.mktemp("origin")
    for name in ("schemas", "old-schemas"):
        shutil.copytree(ROOT / "schemas", folder / name)
    protocol = (ROOT / "schemas/service.json").read_text("utf-8")
    texts = {
        "schemas/service.json": protocol,
        "page.txt": as_lines(pieces(Model())),
        "page.html": prism(pieces(Model())),
    }
    for name, text in texts.items():
        (folder / name).write_text(text.replace(SERVICE, service.base_url), "utf-8")
    for name in ("photo.png", "portrait.png"):
        (folder / name).write_bytes(PNG)
    (folder / "pyproject.toml").touch()
    git(folder, "init", "--initial-branch=main")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "a release")
    git(folder, "tag", "v1.2.3")
    return folder


@pytest.fixture
def workplace(
    origin: Path, service: Simulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Go to a clone of it, with an environment that leads to the service, and a new home."""
    git(tmp_path, "clone", str(origin), "clone")
    monkeypatch.chdir(tmp_path / "clone")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "RUNCOMFY_CONFIG_DIR", "RUNCOMFY_JOURNAL"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))  # for tokens and journals
    for name, value in service.environment.items():
        monkeypatch.setenv(name, value)


@pytest.mark.usefixtures("workplace")
@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_block_runs(document: str, service: Simulator) -> None:
    run_blocks(ROOT / document, simulator=service)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_block_has_a_language_that_is_run(document: str) -> None:
    assert languages(ROOT / document) <= EVALUATORS.keys() | SHOWN_ONLY
