"""A site that the command has built."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from runcomfy_codegen.commands.docs import docs
from tests.conftest import ROOT
from tests.site.test_markdown import MARKUP

HOSTILE_TEXT = " ".join(MARKUP)


@pytest.fixture(scope="session")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our schemas, and models whose page or id is unusual."""
    folder = tmp_path_factory.mktemp("docs") / "schemas"
    shutil.copytree(ROOT / "schemas", folder)
    word = {
        "type": "string",
        "title": HOSTILE_TEXT,
        "description": HOSTILE_TEXT,
        "default": HOSTILE_TEXT,
    }
    evil = {
        "type": "object",
        "properties": {"x": word, HOSTILE_TEXT: {"enum": [HOSTILE_TEXT, "x"]}},
    }
    catalog = {
        "display_name": HOSTILE_TEXT,
        "description": HOSTILE_TEXT,
        "kind": HOSTILE_TEXT,
        "categories": [HOSTILE_TEXT],
        "base_price_usd": 1,
        "price_unit": HOSTILE_TEXT,
        "pricing_note": HOSTILE_TEXT,
    }
    page = {"docs_url": "https://www.runcomfy.com/a)<b>\"'`*_[]"}
    write(folder / "acme/evil", input=evil, catalog=catalog, page=page)
    for name in ("index", "README", "Video 01 Live", "Video 01 Live/draft"):
        write(folder / "acme" / name, input={"type": "object", "properties": {}})
    return folder


def write(folder: Path, **documents: object) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, value in documents.items():
        (folder / f"{name}.json").write_text(json.dumps(value), "utf-8")


Build = Callable[..., Result]


@pytest.fixture(scope="session")
def build() -> Build:
    """Run the command in this process."""

    def run(schemas: Path, out: Path, *options: str) -> Result:
        arguments = ["--schemas", str(schemas), "--out", str(out), *options]
        return CliRunner().invoke(docs, arguments, standalone_mode=True)

    return run


@pytest.fixture(scope="session")
def site(schemas: Path, build: Build) -> Path:
    """The site of `schemas`."""
    out = schemas.with_name("site")
    result = build(schemas, out)
    assert result.exit_code == 0, result.output
    return out
