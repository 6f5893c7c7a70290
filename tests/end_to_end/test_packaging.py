"""The wheel: its content, its requirements, and the command without its extra."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import venv
import zipfile
from configparser import ConfigParser
from email.message import Message
from email.parser import Parser
from pathlib import Path

import pytest

SCRIPTS = "Scripts" if os.name == "nt" else "bin"
"""The folder of programs in a virtual environment."""


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=root,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def bare(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel without its requirements; return the folder of the scripts."""
    folder = tmp_path_factory.mktemp("bare")
    venv.create(folder, with_pip=False)
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "--quiet", "--python", folder / SCRIPTS / "python"),
            *("install", "--no-deps", "--no-index", "--no-compile"),
            *("--disable-pip-version-check", wheel),
        ],
        check=True,
    )
    return folder / SCRIPTS


def test_the_wheel_contains_both_packages_and_the_templates(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "runcomfy_models/__init__.py",
        "runcomfy_models/py.typed",
        f"runcomfy_models-{metadata_of(wheel)['Version']}.dist-info/licenses/LICENSE",
        "runcomfy_models/kling/kling_3_0/standard/image_to_video.py",
        "runcomfy_codegen/__main__.py",
        "runcomfy_codegen/guides/README.md",
        "runcomfy_codegen/guides/docs/start.md",
        "runcomfy_codegen/site/assets/site.css",
        "runcomfy_codegen/templates/runcomfy_models/model.py.jinja",
        "runcomfy_codegen/templates/site/model.md.jinja",
        "runcomfy_models/testing/schemas/kling/kling-3.0/standard/image-to-video/input.json",
    } <= names
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {
        "runcomfy_codegen",
        "runcomfy_models",
    }


def test_the_metadata_are_complete(wheel: Path) -> None:
    metadata = metadata_of(wheel)
    assert metadata["License-Expression"] == "MIT"
    assert metadata["License-File"] == "LICENSE"
    assert metadata["Author"]
    assert {url.partition(",")[0] for url in metadata.get_all("Project-URL") or []} >= {
        *("Repository", "Changelog", "Issues", "Documentation")
    }
    classifiers = metadata.get_all("Classifier") or []
    assert [
        f"Programming Language :: Python :: 3.{minor}" in classifiers for minor in range(10, 16)
    ] == [False, True, True, True, True, False]


def test_every_link_of_the_readme_works_on_a_package_index(wheel: Path, root: Path) -> None:
    """A relative one becomes that of the file at the tag."""
    metadata = metadata_of(wheel)
    text = metadata.get_payload()
    assert isinstance(text, str)
    links = re.findall(r"\]\(([^)]+)\)", text)
    assert len(links) > 3
    assert [link for link in links if not link.startswith(("https://", "#"))] == []
    (repository,) = (
        url.partition(", ")[2]
        for url in metadata.get_all("Project-URL") or []
        if url.startswith("Repository, ")
    )
    prefix = f"{repository}/blob/v{metadata['Version']}/"
    files = [
        link.removeprefix(prefix).partition("#")[0] for link in links if link.startswith(prefix)
    ]
    assert len(files) > 2
    assert [name for name in files if not (root / name).is_file()] == []


def test_the_metadata_pass_the_check_of_a_package_index(wheel: Path) -> None:
    command = [sys.executable, "-m", "twine", "check", "--strict", wheel]
    completed = subprocess.run(command, capture_output=True, text=True, check=False)
    assert completed.returncode == 0, completed.stdout


def test_the_wheel_has_no_file_that_a_run_left(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert [
        name for name in names if "__pycache__" in name or name.endswith((".tmp", ".pyc"))
    ] == []


def test_the_source_distribution_builds_the_same_wheel(
    root: Path, wheel: Path, tmp_path: Path
) -> None:
    build = (sys.executable, "-m", "hatchling", "build", "-t")
    subprocess.run([*build, "sdist", "-d", tmp_path], cwd=root, check=True, capture_output=True)
    (sdist,) = tmp_path.glob("*.tar.gz")
    shutil.unpack_archive(sdist, tmp_path, filter="data")
    source = tmp_path / sdist.name.removesuffix(".tar.gz")
    subprocess.run([*build, "wheel", "-d", tmp_path], cwd=source, check=True, capture_output=True)
    (rebuilt,) = tmp_path.glob("*.whl")
    assert contents(rebuilt) == contents(wheel)


def contents(wheel: Path) -> dict[str, bytes]:
    archive = zipfile.ZipFile(wheel)
    return {name: archive.read(name) for name in archive.namelist()}


def metadata_of(wheel: Path) -> Message:
    archive = zipfile.ZipFile(wheel)
    (name,) = (name for name in archive.namelist() if name.endswith("METADATA"))
    return Parser().parsestr(archive.read(name).decode())


def test_all_versions_agree(wheel: Path) -> None:
    """Those of the metadata, of the client library, and of the generated package."""
    archive = zipfile.ZipFile(wheel)
    line = re.compile(r'^__version__ = "(.+)"$', re.MULTILINE)
    files = ("runcomfy_models/__init__.py", "runcomfy_codegen/runtime/runcomfy_models/__init__.py")
    versions = {line.findall(archive.read(name).decode())[0] for name in files}
    assert versions == {metadata_of(wheel)["Version"]}


def test_the_clients_require_only_httpx_its_httpcore_and_pydantic(wheel: Path) -> None:
    requirements = metadata_of(wheel).get_all("Requires-Dist") or []
    plain = sorted(req.partition("<")[0] for req in requirements if "extra ==" not in req)
    assert [req.partition(">")[0] for req in plain] == ["httpcore", "httpx", "pydantic"]
    codegen = [req.partition(";")[0] for req in requirements if "extra == 'codegen'" in req]
    pinned = [req for req in codegen if req.startswith(("ruff", "datamodel-code-generator"))]
    assert len(pinned) == 2
    assert all("==" in req for req in pinned)
    assert not [req for req in requirements if req.startswith("black")]


def test_black_is_pinned(root: Path) -> None:
    """It is a tool of the project, for `make lint` and the tests; no user needs it."""
    groups = tomllib.loads((root / "pyproject.toml").read_text())["dependency-groups"]
    (black,) = (req for req in groups["test"] if req.startswith("black"))
    assert "==" in black


@pytest.mark.parametrize(
    ("command", "extra"), [("generate", "codegen"), ("simulate", "testing"), ("docs", "docs")]
)
def test_the_command_without_its_extra_names_what_to_install(
    command: str, extra: str, bare: Path
) -> None:
    completed = subprocess.run(
        [bare / "runcomfy-codegen", command], capture_output=True, text=True, check=False
    )
    assert completed.returncode == 1
    assert f'pip install "runcomfy-models[{extra}]"' in completed.stderr
    assert "Traceback" not in completed.stderr


def test_the_index_of_models_requires_no_other_package(bare: Path) -> None:
    code = "import runcomfy_models; print(len(runcomfy_models.MODELS) > 0)"
    completed = subprocess.run(
        [bare / "python", "-c", code], capture_output=True, text=True, check=True
    )
    assert completed.stdout == "True\n"


def test_the_simulator_finds_the_schemas_of_the_wheel(wheel: Path, tmp_path: Path) -> None:
    """The tests of the simulator show that it finds those of a checkout."""
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "from runcomfy_models.testing import Simulator\n"
        "schemas = Simulator().schemas\n"
        "print(schemas.folder, len(schemas.model_ids) > 0)"
    )
    completed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert completed.stdout == f"{tmp_path / 'runcomfy_models/testing/schemas'} True\n"


def test_pytest_finds_the_fixture(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (name,) = (name for name in archive.namelist() if name.endswith("entry_points.txt"))
    entry_points = ConfigParser()
    entry_points.read_string(archive.read(name).decode())
    assert dict(entry_points["pytest11"]) == {"runcomfy_models": "runcomfy_models.testing.plugin"}
