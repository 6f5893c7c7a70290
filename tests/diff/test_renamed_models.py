"""A model whose id changed: compatible, with the findings between its old and its new schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from .building import an_input
from .conftest import Codegen
from .repositories import Repository

BEFORE = an_input(a={"type": "integer", "maximum": 9})
RENAMED = '[renamed]\n"acme/old" = "acme/new"\n'


@pytest.fixture
def moved(repository: Repository) -> Repository:
    repository.put("acme/old", BEFORE)
    repository.commit()
    repository.git("mv", "schemas/acme/old", "schemas/acme/new")
    (repository.schemas / "overrides.toml").write_text(RENAMED)
    return repository


def rules(codegen: Codegen, *arguments: str) -> dict[str, str]:
    findings = json.loads(codegen("diff", *arguments, "--format", "json").out)["findings"]
    return {finding["rule"]: finding["verdict"] for finding in findings}


def test_a_renamed_model_is_compatible(moved: Repository, codegen: Codegen) -> None:
    assert rules(codegen) == {"model-renamed": "compatible"}
    (moved.schemas / "overrides.toml").unlink()
    assert rules(codegen) == {"model-gone": "breaking", "model-added": "compatible"}


def test_a_change_made_with_the_rename_is_found(moved: Repository, codegen: Codegen) -> None:
    moved.put("acme/new", an_input(a={"type": "integer", "maximum": 8}))
    assert rules(codegen) == {"model-renamed": "compatible", "maximum-lowered": "breaking"}


def test_dropping_the_old_module_is_breaking(moved: Repository, codegen: Codegen) -> None:
    moved.commit()
    (moved.schemas / "overrides.toml").unlink()
    assert rules(codegen) == {"model-gone": "breaking"}


TEN, FIVE = (an_input(a={"type": "integer", "maximum": top}) for top in (10, 5))
RULE = """
[["acme/{name}"]]
id = "big"
at = "input.json#/properties/a"
quote = "A number."
rule = "a > 3"
message = "a is too small"
fits = [{{a = 4}}]
breaks = [{{a = 1}}]
"""


class Folder(NamedTuple):
    """The models of one side, and the text of its shared files."""

    models: dict[str, Any]
    overrides: str = ""
    rules: str = ""


def renamed_to(name: str) -> str:
    return f'[renamed]\n"acme/m" = "acme/{name}"\n'


NUMBER = an_input(a={"type": "integer", "description": "A number."})
MOVES = {
    "to a stored model that takes less": (
        Folder({"m": TEN, "n": FIVE}),
        Folder({"n": FIVE}, renamed_to("n")),
        {"model-renamed": "compatible", "maximum-lowered": "breaking"},
    ),
    "from one stored model to another": (
        Folder({"n": TEN, "o": TEN}, renamed_to("n")),
        Folder({"n": TEN, "o": TEN}, renamed_to("o")),
        {"rename-changed": "behaviour"},
    ),
    "from one stored model to another that takes less": (
        Folder({"n": TEN, "o": FIVE}, renamed_to("n")),
        Folder({"n": TEN, "o": FIVE}, renamed_to("o")),
        {"rename-changed": "behaviour", "maximum-lowered": "breaking"},
    ),
    "back to a model of its own": (
        Folder({"n": TEN}, renamed_to("n")),
        Folder({"n": TEN, "m": FIVE}),
        {"rename-changed": "behaviour", "maximum-lowered": "breaking"},
    ),
    "back, and the new id is a former one": (
        Folder({"n": TEN}, renamed_to("n")),
        Folder({"m": TEN}, '[renamed]\n"acme/n" = "acme/m"\n'),
        {"model-renamed": "compatible"},
    ),
    "twice": (
        Folder({"n": TEN}, renamed_to("n")),
        Folder({"o": FIVE}, renamed_to("o") + '"acme/n" = "acme/o"\n'),
        {"model-renamed": "compatible", "maximum-lowered": "breaking"},
    ),
    "two models to one": (
        Folder({"m": TEN, "n": FIVE}),
        Folder({"o": FIVE}, renamed_to("o") + '"acme/n" = "acme/o"\n'),
        {"model-renamed": "compatible", "maximum-lowered": "breaking"},
    ),
    "to a model with a rule": (
        Folder({"m": NUMBER}),
        Folder({"n": NUMBER}, renamed_to("n"), RULE.format(name="n")),
        {"model-renamed": "compatible", "rule-added": "breaking"},
    ),
    "with its rule": (
        Folder({"m": NUMBER}, rules=RULE.format(name="m")),
        Folder({"n": NUMBER}, renamed_to("n"), RULE.format(name="n")),
        {"model-renamed": "compatible"},
    ),
    "from a module of another name": (
        Folder({"m": TEN}, '["acme/m"]\nmodule = "acme.special"\n'),
        Folder({"n": TEN}, renamed_to("n")),
        {"model-renamed": "compatible", "module-renamed": "breaking"},
    ),
    "and its module stays where it was": (
        Folder({"m": TEN}, '["acme/m"]\nmodule = "acme.special"\n'),
        Folder({"n": TEN}, renamed_to("n") + '["acme/n"]\nmodule = "acme.special"\n'),
        {"model-renamed": "compatible"},
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), MOVES.values(), ids=MOVES)
def test_a_renamed_model_is_compared_with_the_one_that_its_id_leads_to_now(
    old: Folder, new: Folder, expected: dict[str, str], tmp_path: Path, codegen: Codegen
) -> None:
    for name, side in (("old", old), ("new", new)):
        repository = Repository(tmp_path / name)
        for model, schema in side.models.items():
            repository.put(f"acme/{model}", schema)
        (repository.schemas / "overrides.toml").write_text(side.overrides)
        (repository.schemas / "rules.toml").write_text(side.rules)
    assert rules(codegen, f"{tmp_path}/old/schemas", f"{tmp_path}/new/schemas") == expected
