"""A price, from a saved answer of the catalog to the estimate of a generated client."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from runcomfy_codegen.cli import run

SCHEMAS = Path(__file__).parents[2] / "schemas"
KLING = "kling/kling-3.0/standard/image-to-video"

PROGRAM = """
from runcomfy_models import find
from runcomfy_models.kling.kling_3_0.standard import image_to_video

with image_to_video.Client(token="t-123") as client:
    for inputs in {}, {"duration": 5}, {"duration": 5, "generate_audio": True}:
        price = client.price(**inputs)
        print(price.low, price.high, price.basis, sep=";")
print(find("kling")[0].price)
"""


@pytest.fixture
def schemas(tmp_path: Path) -> Path:
    """The schemas of this repository, before anything of the catalog is stored."""
    folder = tmp_path / "schemas"
    shutil.copytree(SCHEMAS, folder)
    return folder


def answer(schemas: Path, **facts: object) -> Path:
    """Save what the catalog answers about the model."""
    schema = json.loads((schemas / KLING / "input.json").read_text("utf-8"))
    entry = {"model_id": KLING, "display_name": "Kling 3.0", "input_schema": schema, **facts}
    path = schemas.with_name("catalog.json")
    path.write_text(json.dumps({"models": [entry], "total": 1}), "utf-8")
    return path


def test_a_saved_answer_of_the_catalog_becomes_the_price_of_a_job(
    schemas: Path, tmp_path: Path
) -> None:
    catalog = answer(schemas, base_price_usd=0.084, price_unit="second", pricing_note="+ audio")
    assert run(["sync", "--schemas", str(schemas), "--catalog", str(catalog)]) == 0
    with (schemas / "overrides.toml").open("a", encoding="utf-8") as overrides:
        overrides.write(
            f'\n["{KLING}".price]\n"input.json#/properties/generate_audio" = '
            '{ times = { true = 1.5 }, why = "the pricing note" }\n'
        )
    out = tmp_path / "generated"
    assert run(["generate", "--schemas", str(schemas), "--out", str(out)]) == 0
    environment = {**os.environ, "PYTHONPATH": str(out)}
    command = [sys.executable, "-c", PROGRAM]
    printed = subprocess.check_output(command, env=environment, text=True).splitlines()
    prices = [line.split(";", 2) for line in printed[:3]]
    assert [tuple(map(Decimal, price[:2])) for price in prices] == [
        (Decimal("0.252"), Decimal("1.890")),
        (Decimal("0.420"), Decimal("0.630")),
        (Decimal("0.630"), Decimal("0.630")),
    ]
    assert prices[2][2] == (
        "$0.084 for each second, times 5 (duration), times 1.5 (generate_audio); "
        "the catalog notes: + audio"
    )
    assert printed[3] == "0.084"
