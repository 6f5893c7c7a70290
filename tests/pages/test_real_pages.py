"""The real pages and the corpus, if they are beside the project."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from runcomfy_codegen.pages.page import read_page

SHARED = Path(__file__).parents[3] / "shared"
CORPUS = sorted((SHARED / "corpus" / "pages").glob("*.txt"))
REAL = sorted((SHARED / "docs").glob("*.txt"))

pytestmark = pytest.mark.skipif(
    not (CORPUS and REAL), reason="../shared with the real pages is not beside the project"
)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_the_corpus_reads_as_expected(path: Path) -> None:
    page = read_page(path.read_text("utf-8"))
    assert {
        "model_id": page.model_id,
        "input": json.loads(page.input),
        "output": json.loads(page.output)["output"],
        "example": json.loads(page.example),
    } == json.loads(path.with_suffix(".expected.json").read_text("utf-8"))
    assert page.warnings == ()


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_every_line_of_a_real_page_s_schemas_is_kept(path: Path) -> None:
    text = path.read_text("utf-8")
    page = read_page(text)
    lines = [line.strip() for line in (page.input + page.output).splitlines()]
    page_lines = iter(line.strip() for line in text.replace("}{\n", "}\n{\n").splitlines())
    missing = [line for line in lines[:-1] if line not in page_lines]
    assert (missing, page.warnings) == ([], ())
