"""A model whose id changed: compatible, with the findings between its old and its new schema."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from .building import an_input
from .conftest import Ran
from .repositories import Repository

Codegen = Callable[..., Ran]
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
    return {one["rule"]: one["verdict"] for one in findings}


def test_a_renamed_model_is_compatible(moved: Repository, codegen: Codegen) -> None:
    assert rules(codegen) == {"model-renamed": "compatible"}
    (moved.schemas / "overrides.toml").unlink()
    assert rules(codegen) == {"model-gone": "breaking", "model-added": "compatible"}


def test_what_changed_on_the_way_is_found(moved: Repository, codegen: Codegen) -> None:
    moved.put("acme/new", an_input(a={"type": "integer", "maximum": 8}))
    assert rules(codegen) == {"model-renamed": "compatible", "maximum-lowered": "breaking"}


def test_giving_up_the_old_module_is_breaking(moved: Repository, codegen: Codegen) -> None:
    moved.commit()
    (moved.schemas / "overrides.toml").unlink()
    assert rules(codegen) == {"model-gone": "breaking"}
