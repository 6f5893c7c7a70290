"""Every example of every model's page runs as it is pasted, against the simulator."""

from __future__ import annotations

from pathlib import Path

import pytest

from runcomfy_codegen.site.pages import Pages, read_pages
from runcomfy_models import MODELS
from runcomfy_models.testing import Course, Simulator
from tests.conftest import ROOT
from tests.documents.blocks import run_blocks
from tests.platforms import needs_posix

pytestmark = needs_posix("bash")


@pytest.fixture(scope="module")
def pages() -> Pages:
    return read_pages(ROOT / "schemas", "runcomfy_models")


@pytest.mark.parametrize("model_id", MODELS)
def test_every_example_of_a_model_runs(
    model_id: str,
    pages: Pages,
    runcomfy_simulator: Simulator,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))  # where the journal is
    runcomfy_simulator.jobs.course = Course(queued=0, running=0)
    page = tmp_path / "page.md"
    page.write_text(pages.plain()[f"models/{model_id}/index.md"], "utf-8")
    run_blocks(page)
    assert [job.model_id for job in runcomfy_simulator.ledger.jobs] == [model_id] * 5
