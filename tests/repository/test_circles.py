"""No files import each other in a circle, not even for types alone."""

from __future__ import annotations

from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.repository.source_names import imports

SOURCE_ROOTS = ("generator", "generator/runtime")


@pytest.mark.parametrize("source_root", SOURCE_ROOTS)
def test_no_files_import_each_other_in_a_circle(source_root: str, root: Path) -> None:
    paths = sorted((root / source_root).glob("runcomfy_*/**/*.py"))
    names = {path: ".".join(path.relative_to(root / source_root).parts)[:-3] for path in paths}
    graph = {
        name: {imported for imported in imports(path, name.rpartition(".")[0]) if imported != name}
        for path, name in names.items()
    }
    TopologicalSorter(graph).prepare()  # raises CycleError, which lists a circle
