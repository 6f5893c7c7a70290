"""The packages that count as those of an extra are the ones that it installs."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

from runcomfy_codegen import __main__ as command
from runcomfy_models import testing

ROOT = Path(__file__).parents[2]
EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]


def packages_of(*extras: str) -> set[str]:
    """Return the top-level packages that the requirements of `extras` install."""
    names = [re.split(r"[^\w.-]", line)[0] for extra in extras for line in EXTRAS[extra]]
    requirements = {_normal(name) for name in names}
    installed = packages_distributions().items()
    return {package for package, owners in installed if requirements & {*map(_normal, owners)}}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_generator_knows_the_packages_of_its_extras() -> None:
    packages = packages_of("codegen", "docs", "testing") - {"runcomfy_codegen", "runcomfy_models"}
    assert {"jsonschema_rs", "zensical", "uvicorn"} < packages
    assert packages <= command._PACKAGES_OF_EXTRAS


def test_the_simulator_knows_the_packages_of_its_extra() -> None:
    assert packages_of("testing") <= {*testing._EXTRA}
