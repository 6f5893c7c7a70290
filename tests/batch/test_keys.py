"""The key of a row: which values are accepted, and which column has it."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from runcomfy_models.runwayml.runway_aleph import video_to_video
from tests.batch.table import Table
from tests.journal.jobs import VIDEO, inputs


class Missing:
    """The value of pandas for an empty cell."""

    def __str__(self) -> str:
        return "<NA>"


@pytest.mark.parametrize(
    ("key", "text"),
    [
        (7, "7"),
        (7.0, "7"),
        (7.5, "7.5"),
        (Decimal("7.50"), "7.50"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        ("nan", "nan"),
    ],
)
def test_a_key_is_written_as_text(table: Table, key: object, text: str) -> None:
    """pandas makes floats of integers when one cell of their column is empty."""
    with table.batch([]) as batch:
        batch.add(video_to_video, key=key, **inputs())
        assert [entry.key for entry in batch.run()] == [text]


@pytest.mark.parametrize("key", [float("nan"), Missing(), None])
def test_an_empty_cell_is_no_key(table: Table, key: object) -> None:
    with table.batch([]) as batch:
        batch.add(video_to_video, key=key, **inputs())
        assert "row 1: key: it has no key" in str(batch.plan())


@pytest.mark.parametrize("key", [[1], (1,), {"a": 1}, {1}, b"a"])
def test_a_key_of_several_values_is_refused(table: Table, key: object) -> None:
    with table.batch([]) as batch:
        batch.add(video_to_video, key=key, **inputs())
        assert "key: has to be a text or a number, not " in str(batch.plan())


def rows(form: str, folder: Path) -> Any:
    values = [{"prompt": prompt, "video_url": VIDEO, "ratio": "1280:720"} for prompt in "ab"]
    if form == "dicts":
        return values
    lines = [json.dumps(value) for value in values]
    if form == "csv":
        lines = ["prompt,video_url,ratio", *(",".join(value.values()) for value in values)]
    path = folder / f"rows.{form}"
    path.write_text("\n".join(lines), "utf-8")
    return path


@pytest.mark.parametrize("form", ["dicts", "jsonl", "csv"])
def test_a_column_may_be_the_key_and_an_input(table: Table, form: str) -> None:
    with table.batch([]) as batch:
        batch.add_rows(video_to_video, rows(form, table.folder), key="prompt")
        prompts = {entry.key: (entry.inputs or {}).get("prompt") for entry in batch.run()}
    assert prompts == {"a": "a", "b": "b"}
