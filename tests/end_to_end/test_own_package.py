"""A user's own package, beside ours, and a user's own templates."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Command, Mypy, tree

ACME = ("--package", "acme_models")


@pytest.fixture
def acme(schemas: Path, codegen: Command) -> Path:
    """Generate a package beside `runcomfy_models`."""
    completed = codegen("generate", *ACME)
    assert completed.returncode == 0, completed.stderr
    return schemas.parent / "generated"


def python(code: str, acme: Path, root: Path) -> str:
    path = os.pathsep.join([str(acme), str(root / "generated")])
    completed = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert completed.returncode == 0, completed.stderr
    return completed.stdout


def test_two_packages_in_one_environment_share_an_account(acme: Path, root: Path) -> None:
    """Both run against the simulator, each with its own schemas on the same service."""
    code = f"""
import shutil, tempfile
from pathlib import Path
from acme_models.acme import one
from runcomfy_models import InvalidInputError, RunComfy
from runcomfy_models.kling.kling_3_0.standard import image_to_video
from runcomfy_models.testing import Simulator

folder = Path(tempfile.mkdtemp()) / "schemas"
shutil.copytree({str(root / "schemas")!r}, folder)
shutil.copytree({str(acme.parent / "schemas/acme")!r}, folder / "acme")
with Simulator(schemas=folder) as simulator:
    with RunComfy(base_url=simulator.base_url, token=simulator.token) as account:
        first = one.Client(account).run(prompt="x")
        second = image_to_video.Client(account).run(prompt="x", start_image_url="https://a.example/b.png")
        try:
            one.Client(account).run(prompt=1)
        except InvalidInputError as error:
            print(type(first).__name__, type(second).__name__, error.problems[0].path)
    print(len(simulator.ledger.jobs))
"""
    assert python(code, acme, root) == "Result Result prompt\n2\n"


def test_neither_package_hides_the_other(acme: Path, root: Path) -> None:
    code = (
        "import acme_models, runcomfy_models\n"
        "print(list(acme_models.MODELS), len(runcomfy_models.MODELS))\n"
        "print(acme_models.load('acme/one').__name__)"
    )
    out = python(code, acme, root).splitlines()
    assert out == ["['acme/one'] 2", "acme_models.acme.one"]


def test_the_package_has_no_library_of_its_own(acme: Path) -> None:
    assert sorted(tree(acme)) == [
        "acme_models/__init__.py",
        "acme_models/_models.py",
        "acme_models/acme/__init__.py",
        "acme_models/acme/one.py",
        "acme_models/py.typed",
    ]
    text = (acme / "acme_models/acme/one.py").read_text("utf-8")
    assert "from acme_models.acme import one" in text
    assert "from runcomfy_models._runtime.models.inputs import InputModel" in text


def test_check_and_the_cache_distinguish_packages(acme: Path, codegen: Command) -> None:
    assert codegen("check", *ACME).returncode == 0
    default = codegen("check")
    assert (default.returncode, "missing: runcomfy_models/__init__.py" in default.stdout) == (
        1,
        True,
    )
    (acme / "acme_models/acme/one.py").write_text("x")
    drift = codegen("check", *ACME)
    assert drift.returncode == 1
    assert "--out generated --package acme_models" in drift.stdout
    assert codegen("generate").returncode == 0
    assert (acme / "acme_models/acme/one.py").read_text("utf-8") == "x"
    assert codegen("generate", *ACME).returncode == 0
    assert codegen("check").returncode == 0


def test_type_checkers_know_that_the_account_is_shared(acme: Path, root: Path, mypy: Mypy) -> None:
    shutil.copytree(root / "generated/runcomfy_models", acme / "runcomfy_models")
    (acme.parent / "consumer.py").write_text(
        "from acme_models.acme import one\n"
        "from runcomfy_models import RunComfy\n"
        "reveal_type(one.Client(RunComfy()).run(prompt='x').output)\n"
        "one.Client(RunComfy()).run(prompt=1)\n"
    )
    output = mypy(acme.parent, "consumer.py")
    assert 'Revealed type is "acme_models.acme.one.Output"' in output
    assert "consumer.py:4: error: No overload variant" in output
    assert "Found 1 error" in output


@pytest.mark.parametrize("name", ["acme-models", "json"])
def test_a_name_that_no_package_can_have_is_an_error(
    name: str, schemas: Path, codegen: Command
) -> None:
    completed = codegen("generate", "--package", name)
    assert (completed.returncode, completed.stdout) == (2, "")
    assert f"'--package': {name!r}" in completed.stderr
    assert not (schemas.parent / "generated").exists()


@pytest.fixture
def templates(tmp_path: Path, root: Path) -> Path:
    """A folder with our template of packages, and a line more."""
    folder = tmp_path / "mine/runcomfy_models"
    folder.mkdir(parents=True)
    ours = (root / "templates/runcomfy_models/model.py.jinja").read_text("utf-8")
    (folder / "model.py.jinja").write_text(f'{ours}\nHOUSE = "acme"\n')
    return tmp_path / "mine"


def test_own_templates_replace_ours(templates: Path, schemas: Path, codegen: Command) -> None:
    options = ("--templates", "mine")
    assert codegen("generate").returncode == 0
    out = schemas.parent / "generated/runcomfy_models"
    before = tree(out)
    assert codegen("check", *options).returncode == 1
    assert codegen("generate", *options).returncode == 0
    after = tree(out)
    assert [name for name in after if after[name] != before[name]] == ["acme/one.py"]
    assert after["acme/one.py"].endswith(b'HOUSE = "acme"\n')
    assert codegen("check", *options).returncode == 0
    assert codegen("check").returncode == 1
    path = templates / "runcomfy_models/model.py.jinja"
    path.write_text(path.read_text().replace('"acme"', '"other"'))
    assert codegen("check", *options).returncode == 1


@pytest.mark.parametrize(
    ("name", "text", "expected_error"),
    [
        ("runcomfy_models/model.py.jinja", "{{ modul }}", "model.py.jinja:1: 'modul' is undefined"),
        (
            "runcomfy_models/model.py.jinja",
            "a\n{% if %}",
            "model.py.jinja:2: Expected an expression",
        ),
        ("runcomfy_models/model.py.jinja", "\n{{ 1 / 0 }}", "model.py.jinja:2: division by zero"),
        (
            "runcomfy_models/model.py.jinja",
            "def :",
            "model.py.jinja:1: invalid Python: invalid syntax: def :",
        ),
        ("runcomfy_models/modle.py.jinja", "", "did you mean runcomfy_models/model.py.jinja?"),
        ("model.py.txt", "", "it has no template such as runcomfy_models/"),
    ],
)
def test_a_template_that_cannot_be_used_is_an_error(
    name: str, text: str, expected_error: str, schemas: Path, codegen: Command, tmp_path: Path
) -> None:
    path = tmp_path / "mine" / name
    path.parent.mkdir(parents=True)
    path.write_text(text)
    completed = codegen("generate", "--templates", "mine")
    assert (completed.returncode, completed.stdout) == (2, "")
    assert expected_error in completed.stderr
    assert "Traceback" not in completed.stderr
    assert not (schemas.parent / "generated").exists()
    assert codegen("check", "--templates", "mine").returncode == 2


def test_a_folder_that_is_not_there_is_an_error(schemas: Path, codegen: Command) -> None:
    completed = codegen("generate", "--templates", "none")
    assert (completed.returncode, "the folder does not exist" in completed.stderr) == (2, True)


def test_check_blames_the_line_of_a_template(
    templates: Path, schemas: Path, codegen: Command
) -> None:
    assert codegen("generate").returncode == 0
    path = templates / "runcomfy_models/model.py.jinja"
    line = len(path.read_text("utf-8").splitlines())
    completed = codegen("check", "--templates", "mine")
    cause = f"model.py.jinja:{line}: changed since the files were generated"
    assert (completed.returncode, cause in completed.stdout) == (1, True)
