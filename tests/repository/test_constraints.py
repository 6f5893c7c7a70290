"""`constraints/oldest.txt` holds the lower bounds that pyproject.toml states."""

from __future__ import annotations

import tomllib
from pathlib import Path

from packaging.requirements import Requirement

NEWER = {"codegen", "docs", "mcp"}
"""Extras that `make oldest` goes without: what makes the clients, and what needs newer versions."""


def test_the_oldest_versions_are_the_lower_bounds(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    needs = [
        *project["dependencies"],
        *(need for extra in extras.keys() - NEWER for need in extras[extra]),
    ]
    lines = (root / "tests/constraints/oldest.txt").read_text().splitlines()
    pins = [Requirement(line) for line in lines if not line.startswith("#")]
    for pin in pins:
        (version,) = (spec.version for spec in pin.specifier)
        for need in map(Requirement, needs):
            if need.name == pin.name:
                assert need.specifier.contains(version), f"{need} refuses {version}"
                assert version.startswith(lower_bound(need)), f"{need} allows less than {version}"
    assert {Requirement(need).name for need in needs} <= {pin.name for pin in pins}


def lower_bound(need: Requirement) -> str:
    """Return the version after `>=` in `need`."""
    (lower,) = (spec.version for spec in need.specifier if spec.operator == ">=")
    return lower
