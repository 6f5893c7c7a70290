"""A release, on a bare repository in a temporary folder, read by pip from an index on loopback."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import sysconfig
import time
import venv
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from runcomfy_codegen.cli import run as codegen
from tests.diff.repositories import Repository, new_repository
from tests.platforms import needs_posix

pytestmark = [
    pytest.mark.timeout(600),  # it builds, installs and tries packages
    needs_posix("links that anybody may make; releases are made on Linux"),
]

DAY = "2026-11-28"
NEWS = "Something is fixed: [how](docs/jobs.md).\n"
TRIAL = "scripts/try_wheel.py"
INPUT = "schemas/kling/kling-3.0/standard/image-to-video/input.json"


@dataclass(frozen=True)
class Project:
    """A clone of the project, whose remote is a bare repository."""

    repository: Repository
    environment: dict[str, str]

    def start(self, *options: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "scripts/release.py", "--date", DAY, *options],
            cwd=self.repository.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def release(self, *options: str) -> tuple[int, str, str]:
        started = self.start(*options)
        out, err = started.communicate()
        return started.returncode, out, err

    def push(self, message: str) -> None:
        self.repository.commit(message)
        self.repository.git("push", "--quiet", "origin", "main")

    def remote(self, *arguments: str) -> str:
        return self.repository.git("ls-remote", *arguments, "origin")


@pytest.fixture(scope="module")
def offline(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which pip asks no index: requirements are those of this one."""
    folder = tmp_path_factory.mktemp("requirements")
    for path in Path(sysconfig.get_path("purelib")).iterdir():
        if "runcomfy" not in path.name:
            (folder / path.name).symlink_to(path)
    (folder / "bin").symlink_to(Path(sys.executable).parent)  # where ruff looks for its program
    offline = {"PIP_NO_DEPS": "1", "PIP_NO_INDEX": "1", "PYTHONPATH": str(folder)}
    return {**os.environ, **offline}


@pytest.fixture(scope="module")
def start(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with one commit and no tag: the project as it stands, without its tests.

    Its trial of a wheel does nothing: one of the releases below makes a real one.
    """
    folder = tmp_path_factory.mktemp("start")
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout
    for name in filter(None, names.split("\0")):
        if (root / name).is_file() and not name.startswith("tests/"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / name, folder / name)
    (folder / TRIAL).write_text("")
    repository = new_repository(folder)
    repository.commit("start")
    repository.git("gc", "--quiet")  # each test clones it
    return folder


def clone_of(remote: Path, folder: Path, environment: dict[str, str]) -> Project:
    """Return a project whose remote has a relative address, as it may be written."""
    repository = Repository(folder)
    repository.folder.mkdir()
    repository.git("clone", "--quiet", str(remote), ".")
    repository.git("remote", "set-url", "origin", f"../{remote.name}")
    for name, value in (("user.name", "t"), ("user.email", "t@example.com")):
        repository.git("config", name, value)
    return Project(repository, environment)


def new_remote(start: Path, folder: Path) -> Path:
    """Return a bare repository in `folder` that has what `start` has."""
    remote = folder / "origin.git"
    subprocess.run(["git", "clone", "--quiet", "--bare", start, remote], check=True)
    return remote


@pytest.fixture
def project(start: Path, tmp_path: Path, offline: dict[str, str]) -> Project:
    """A clone of a remote that has the project, and no release yet."""
    return clone_of(new_remote(start, tmp_path), tmp_path / "project", offline)


Outcome = tuple[int, str, str]
"""The exit status, the output and the errors of a release."""


@pytest.fixture(scope="module")
def race(
    start: Path, tmp_path_factory: pytest.TempPathFactory, offline: dict[str, str]
) -> tuple[Project, list[Outcome]]:
    """Make two first releases at once; return one project, up to date, and how they ended."""
    folder = tmp_path_factory.mktemp("race")
    remote = new_remote(start, folder)
    projects = [clone_of(remote, folder / name, offline) for name in ("one", "other")]
    started = [project.start() for project in projects]
    outcomes = [(*process.communicate(), process.returncode) for process in started]
    projects[0].repository.git("pull", "--quiet", "--tags", "origin", "main")
    return projects[0], [(status, out, err) for out, err, status in outcomes]


def test_only_one_of_two_concurrent_releases_is_made(race: tuple[Project, list[Outcome]]) -> None:
    project, outcomes = race
    assert sorted((status, out) for status, out, _ in outcomes) == [(0, "0.1.0\n"), (1, "")]
    (reason,) = (err for status, _, err in outcomes if status)
    assert reason.startswith("no release: ")
    assert "HEAD is not the newest commit" in reason or "nothing was released" in reason
    assert project.remote("--tags").count("refs/tags/v0.1.0\n") == 1
    log = project.repository.git("log", "--format=%s", "origin/main").splitlines()
    assert log == ["Release 0.1.0", "start"]


def test_a_release_is_tagged_pushed_published_and_read_by_pip(
    race: tuple[Project, list[Outcome]], root: Path, tmp_path: Path
) -> None:
    """The one after the first, and after a breaking change of a model."""
    project, _ = race
    shutil.copy(root / TRIAL, project.repository.folder / TRIAL)
    break_an_input(project.repository)
    (project.repository.folder / "changes/+news.fix.md").write_text(NEWS)
    project.push("break an input")
    status, out, err = project.release()
    assert (status, out) == (0, "0.2.0\n"), err
    project.repository.git("pull", "--quiet", "--tags", "origin", "main")
    folder = project.repository.folder
    assert "refs/tags/v0.2.0" in project.remote("--tags")
    assert project.repository.git("describe", "--exact-match", "origin/main") == "v0.2.0"
    assert project.repository.git("status", "--porcelain") == ""
    assert not (folder / "changes/+news.fix.md").exists()
    assert f"## 0.2.0 ({DAY})" in (folder / "CHANGELOG.md").read_text("utf-8")
    notes = (folder / "release-notes.md").read_text("utf-8")
    assert re.search(
        r"- Something is fixed: \[how\]\(https://\S+/blob/v0.2.0/docs/jobs.md\)", notes
    )
    assert re.findall(rf"### \d+. major, released as 0.2.0 on {DAY}", notes)
    assert "0.1.0" not in notes
    assert installed_version(folder / "dist", tmp_path, project.environment) == ["0.2.0"] * 2
    packages = {path.name: path.read_bytes() for path in (folder / "dist").iterdir()}
    assert project.release("--again", "0.2.0")[:2] == (0, "0.2.0\n"), "if the publishing has failed"
    assert {path.name: path.read_bytes() for path in (folder / "dist").iterdir()} == packages
    assert (folder / "release-notes.md").read_text("utf-8") == notes


def break_an_input(repository: Repository) -> None:
    path = repository.folder / INPUT
    schema = json.loads(path.read_text("utf-8"))
    schema["properties"]["duration"]["maximum"] -= 1
    path.write_text(json.dumps(schema, indent=2, ensure_ascii=False) + "\n", "utf-8")
    with chdir(repository.folder):
        assert codegen(["generate"]) == 0


def installed_version(packages: Path, tmp_path: Path, environment: dict[str, str]) -> list[str]:
    """Upload `packages` to an index, install from it; return the versions that are found."""
    venv.create(tmp_path / "user", with_pip=False)
    python = tmp_path / "user/bin/python"
    with index_server(tmp_path / "index") as url:
        upload = ["twine", "upload", "--non-interactive", "--disable-progress-bar"]
        access = ["--repository-url", url, "--username", "any", "--password", "any"]
        run([sys.executable, "-m", *upload, *access, *map(str, packages.iterdir())])
        run(
            [
                *(sys.executable, "-m", "pip", "--quiet", "--python", python, "install"),
                *("--index-url", f"{url}/simple", "--disable-pip-version-check"),
                *("--no-compile", "--no-deps", "runcomfy-models"),
            ]
        )
    code = (
        "import runcomfy_models, importlib.metadata as metadata\n"
        "print(runcomfy_models.__version__, metadata.version('runcomfy-models'))"
    )
    completed = subprocess.run(
        [python, "-c", code], env=environment, capture_output=True, text=True
    )
    return completed.stdout.split()


def run(command: list[str | Path]) -> None:
    completed = subprocess.run(command, capture_output=True, text=True, check=False)
    assert completed.returncode == 0, completed.stdout + completed.stderr


@contextmanager
def index_server(folder: Path) -> Iterator[str]:
    """Serve a package index from `folder`, to which anybody may upload."""
    folder.mkdir()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    open_access = ("--authenticate", ".", "--passwords", ".")
    command = [sys.executable, "-m", "pypiserver", "run", "--interface", "127.0.0.1"]
    with subprocess.Popen(
        [*command, "--port", str(port), *open_access, str(folder)], stderr=subprocess.DEVNULL
    ) as server:
        try:
            wait_for(url)
            yield url
        finally:
            server.terminate()


def wait_for(url: str) -> None:
    for _ in range(600):
        try:
            httpx.get(url)
            return
        except httpx.TransportError:
            time.sleep(0.1)
    pytest.fail(f"nothing answers at {url}")


def dirty(project: Project) -> str:
    (project.repository.folder / "README.md").write_text("edited")
    return "the tree is dirty; commit or stash first:\nM README.md"


def ahead(project: Project) -> str:
    project.repository.commit("not pushed")
    return "HEAD is not the newest commit of main at origin: pull, or push, first"


def nothing_new(project: Project) -> str:
    project.repository.git("tag", "v0.1.0")
    project.repository.git("push", "--quiet", "origin", "v0.1.0")
    for path in (project.repository.folder / "changes").glob("*.*.md"):
        path.unlink()
    project.push("nothing")
    return "nothing to release: there is a tag v0.1.0, and no change since"


def no_version(project: Project) -> str:
    project.repository.git("tag", "v1.x")
    project.repository.git("push", "--quiet", "origin", "v1.x")
    return "the tag 'v1.x' is not a version"


def tag_that_is_not_pushed(project: Project) -> str:
    project.repository.git("tag", "v7.0.0")
    return "origin does not have v7.0.0: push the tag, or delete it"


def tag_of_another_branch(project: Project) -> str:
    project.repository.git("switch", "--quiet", "--create", "other")
    project.repository.commit("elsewhere")
    project.repository.git("tag", "v0.1.0")
    project.repository.git("push", "--quiet", "origin", "v0.1.0")
    project.repository.git("switch", "--quiet", "main")
    return "there is a tag v0.1.0 already, of a commit that this branch does not have"


def change_of_no_kind(project: Project) -> str:
    (project.repository.folder / "changes/+news.feture.md").write_text("New.\n")
    project.push("news")
    return "changes/+news.feture.md is of an unknown kind: NAME.KIND.md, breaking or feature or fix"


@pytest.mark.parametrize(
    "prepare",
    [
        *(dirty, ahead, nothing_new, no_version),
        *(tag_that_is_not_pushed, tag_of_another_branch, change_of_no_kind),
    ],
)
def test_a_release_that_is_refused_changes_nothing(
    prepare: Callable[[Project], str], project: Project
) -> None:
    message = prepare(project)
    repository = project.repository
    before = (project.remote(), repository.git("show-ref"), repository.git("status", "--porcelain"))
    status, out, err = project.release()
    assert (status, out) == (1, "")
    assert err.startswith("no release: ")
    assert message in err
    after = (project.remote(), repository.git("show-ref"), repository.git("status", "--porcelain"))
    assert after == before
    assert not (repository.folder / "dist").exists()


def test_a_wheel_that_does_not_work_is_not_released(project: Project) -> None:
    script = project.repository.folder / TRIAL
    script.write_text("raise SystemExit('the wheel does not work')")
    project.push("a test that fails")
    before = project.remote()
    status, _, err = project.release()
    assert (status, "the wheel does not work" in err) == (1, True)
    assert project.remote() == before
