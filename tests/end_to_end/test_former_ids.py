"""An id that changed keeps a module for a while; a module that is gone says since when."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import MINIMAL, OUTPUT, Command, Mypy

OVERRIDES = """[renamed]
"acme/old" = "acme/one"
"acme/older" = "acme/old"
"gone-vendor/old" = "acme/one"
"""


@pytest.fixture
def generated(schemas: Path, codegen: Command) -> Path:
    """Generate clients for a model that had three other ids, and for one that is gone.

    One of the three was removed by `sync --prune` before someone saw that it has a new id.
    """
    (schemas / "overrides.toml").write_text(OVERRIDES)
    (schemas / "gone.toml").write_text('"acme/one-hd" = 2026-11-28\n"acme/old" = 2026-11-28\n')
    completed = codegen("generate")
    assert completed.returncode == 0, completed.stderr
    return schemas.parent


def python(folder: Path, code: str, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "always::DeprecationWarning", *options, "-c", code],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "generated")},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("old", ["acme.old", "acme.older", "gone_vendor.old"])
def test_the_old_module_imports_the_new_one_with_a_warning(old: str, generated: Path) -> None:
    code = (
        f"import runcomfy_models.{old} as old\n"
        "from runcomfy_models.acme import one\n"
        "print(old.Client is one.Client, old.Input is one.Input, old.MODEL_ID)"
    )
    completed = python(generated, code)
    assert completed.stdout == "True True acme/one\n"
    name = old.replace("_", "-").replace(".", "/")
    assert "<string>:1: DeprecationWarning: " in completed.stderr
    assert (
        f"the model {name} is called acme/one now: import runcomfy_models.acme.one"
        in completed.stderr
    )


def test_load_of_a_former_id_warns_and_returns_the_renamed_model(generated: Path) -> None:
    completed = python(
        generated, "from runcomfy_models import load; print(load('acme/old').MODEL_ID)"
    )
    assert completed.stdout == "acme/one\n"
    assert (
        "<string>:1: DeprecationWarning: the model acme/old is called acme/one now"
        in completed.stderr
    )


def test_a_gone_module_says_since_when_and_which_are_close(generated: Path) -> None:
    completed = python(generated, "from runcomfy_models.acme import one_hd")
    last_line = completed.stderr.splitlines()[-1]
    assert last_line == (
        "ImportError: the model acme/one-hd was removed on 2026-11-28; similar models: acme/one"
    )


def test_load_of_a_gone_model_has_the_same_message(generated: Path) -> None:
    completed = python(generated, "import runcomfy_models; runcomfy_models.load('acme/one-hd')")
    assert "LookupError: the model acme/one-hd was removed on 2026-11-28" in completed.stderr


def test_a_former_id_below_a_model_has_a_module(
    generated: Path, schemas: Path, codegen: Command
) -> None:
    (schemas / "overrides.toml").write_text('[renamed]\n"acme/one/v1" = "acme/one"\n')
    (schemas / "gone.toml").write_text('"acme/one/v2/hd" = 2026-11-28\n')
    assert codegen("generate").returncode == 0
    completed = python(generated, "from runcomfy_models.acme.one import v1; print(v1.MODEL_ID)")
    assert completed.stdout == "acme/one\n"
    completed = python(generated, "from runcomfy_models.acme.one.v2 import hd")
    assert "ImportError: the model acme/one/v2/hd was removed on 2026-11-28" in completed.stderr
    assert codegen("check").returncode == 0


def test_a_gone_id_does_not_hide_a_former_one_below_it(
    generated: Path, schemas: Path, codegen: Command
) -> None:
    (schemas / "overrides.toml").write_text('[renamed]\n"acme/two/v1" = "acme/one"\n')
    (schemas / "gone.toml").write_text('"acme/two" = 2026-11-28\n')
    assert codegen("generate").returncode == 0
    completed = python(generated, "from runcomfy_models.acme.two import v1; print(v1.MODEL_ID)")
    assert completed.stdout == "acme/one\n"


def test_former_ids_are_not_listed_as_models(generated: Path, codegen: Command) -> None:
    completed = python(generated, "from runcomfy_models import MODELS; print(list(MODELS))")
    assert completed.stdout == "['acme/one']\n"
    assert codegen("check").returncode == 0


def test_a_model_that_is_back_is_not_gone(generated: Path, schemas: Path, codegen: Command) -> None:
    folder = schemas / "acme/one-hd"
    folder.mkdir()
    (folder / "input.json").write_text(MINIMAL)
    (folder / "output.json").write_text(OUTPUT)
    assert codegen("generate").returncode == 0
    completed = python(
        generated, "from runcomfy_models.acme.one_hd import MODEL_ID; print(MODEL_ID)"
    )
    assert completed.stdout == "acme/one-hd\n"


def test_the_old_module_has_the_types_of_the_new_one(generated: Path, mypy: Mypy) -> None:
    (generated / "consumer.py").write_text(
        "from runcomfy_models.acme.old import Client\n"
        "reveal_type(Client().run(prompt='x').output)\n"
    )
    output = mypy(generated, "consumer.py")
    assert 'Revealed type is "runcomfy_models.acme.one.Output"' in output
    assert "Success: no issues found" in output


@pytest.mark.parametrize(
    ("line", "expected_error"),
    [
        ('"acme/old" = "acme/none"', "overrides.toml:2: error[unused-override]: [renamed] "),
        ('"acme/old" = "acme/none"', "unknown model 'acme/none'"),
        ('"acme/one" = "acme/one"', "both have to be model_ids"),
        ('"acme/old" = 5', "both have to be model_ids"),
        ('"acme" = "acme/one"', "both have to be model_ids"),
        ('"acme/a" = "acme/b"\n"acme/b" = "acme/a"', '"acme/b" = "acme/a": leads back to itself'),
        ('"acme/One" = "acme/one"', "another model has its module acme.one now"),
    ],
)
def test_an_invalid_rename_is_an_error(
    line: str, expected_error: str, schemas: Path, codegen: Command
) -> None:
    (schemas / "overrides.toml").write_text(f"[renamed]\n{line}\n")
    completed = codegen("generate")
    assert completed.returncode == 1
    assert expected_error in completed.stderr


DEEP = "x = " + "[" * 5000


@pytest.mark.parametrize("text", ['"acme/x" = "2026"', '"acme" = 2026-11-28', "x", DEEP])
def test_a_broken_list_of_gone_models_is_an_error(
    text: str, schemas: Path, codegen: Command
) -> None:
    (schemas / "gone.toml").write_text(text)
    completed = codegen("generate")
    assert (completed.returncode, "error[invalid-gone]" in completed.stderr) == (1, True)
