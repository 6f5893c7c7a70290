"""Every file of a build has a path of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from runcomfy_codegen.output.paths import OverwritingError
from runcomfy_codegen.planning.names.python_names import ModuleName
from runcomfy_codegen.rendering.package import build

from .conftest import OUTPUT, Load


def test_a_module_never_replaces_a_file_of_the_runtime(load: Load) -> None:
    """Names are refused long before; this is the last door."""
    plan = load({"a/b/input.json": {"type": "object"}, "a/b/output.json": OUTPUT})
    intruder = replace(plan.models[0], module=ModuleName("_runtime.errors"))
    with pytest.raises(OverwritingError, match=r"runcomfy_models/_runtime/errors\.py"):
        build(replace(plan, models=(intruder,)))
