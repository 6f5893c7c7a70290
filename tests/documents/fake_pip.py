"""`pip install`, as far as a document can be wrong about it: extras and versions."""

from __future__ import annotations

import sys
import tomllib
from itertools import chain

from packaging.requirements import Requirement

from tests.conftest import ROOT


def main() -> None:
    command, *names = sys.argv[1:]
    assert command == "install", command
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    extras = pyproject["project"]["optional-dependencies"]
    groups = chain.from_iterable(pyproject["dependency-groups"].values())
    pins = {str(Requirement(requirement)) for requirement in groups if isinstance(requirement, str)}
    for need in map(Requirement, names):
        if need.name == pyproject["project"]["name"]:
            assert need.extras <= extras.keys(), f"no extra {need.extras - extras.keys()}"
        else:
            assert not need.specifier or str(need) in pins, f"{need} is not what is tested"


if __name__ == "__main__":
    main()
