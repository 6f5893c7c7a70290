"""The entries of a journal: how they are read, filtered, added up and exported."""

from __future__ import annotations

import csv
import hashlib
import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from runcomfy_models.journal import Journal
from runcomfy_models.kling.kling_3_0.standard import image_to_video
from runcomfy_models.runwayml.runway_aleph import video_to_video
from runcomfy_models.testing import Course, Simulator
from runcomfy_models.testing.sample_files import sample
from tests.journal.jobs import Payer, entry_of, inputs, new_claim, try_claim


def test_an_entry_has_all_facts_about_a_job(journal: Journal, simulator: Simulator) -> None:
    result = Payer(journal, simulator).run("k")
    entry = entry_of(journal, "k")
    [job] = simulator.ledger.jobs
    assert entry.model_id == video_to_video.MODEL_ID
    assert entry.inputs == inputs()
    assert entry.digest == job.digest
    assert (entry.request_id, entry.cost) == (job.id, Decimal("0.35"))
    assert entry.output == result.raw["output"]
    times = [entry.planned_at, entry.sent_at, entry.submitted_at, entry.ended_at]
    assert times == sorted(times, key=str)
    assert all(time and time.tzinfo == UTC for time in times)


def test_a_journal_without_inputs_stores_only_digests(location: str, simulator: Simulator) -> None:
    with Journal(location, inputs=False) as journal:
        Payer(journal, simulator).run("k", "a secret prompt")
        entry = entry_of(journal, "k")
        stored = str(journal.do(lambda database: database.rows("SELECT * FROM jobs")).result())
    assert entry.inputs is None
    assert entry.digest == simulator.ledger.jobs[0].digest
    assert "a secret prompt" not in stored


def test_local_media_are_stored_as_digest_size_type_and_path(
    journal: Journal, simulator: Simulator, tmp_path: Path
) -> None:
    picture = tmp_path / "i.png"
    picture.write_bytes(sample("png"))
    client = image_to_video.Client(
        journal=journal,
        key="k",
        token=simulator.token,
        base_url=simulator.base_url,
        poll_first=0.01,
    )
    with client:
        client.run(prompt="x", start_image_url=picture)
    stored = entry_of(journal, "k").inputs
    assert stored == {
        "prompt": "x",
        "start_image_url": {
            "$media": {
                "sha256": hashlib.sha256(sample("png")).hexdigest(),
                "size": len(sample("png")),
                "type": "image/png",
                "path": str(picture),
            }
        },
    }


def test_entries_are_filtered_and_come_in_order(journal: Journal, simulator: Simulator) -> None:
    payer = Payer(journal, simulator)
    for key in ("c", "a", "b"):
        payer.run(key, key)
    payer.submit("d", "d")
    assert [entry.key for entry in journal.entries()] == ["c", "a", "b", "d"]
    assert [entry.key for entry in journal.entries(state="submitted")] == ["d"]
    assert not list(journal.entries(model="another/model"))
    assert len(list(journal.entries(model=video_to_video.MODEL_ID))) == 4
    later = datetime.now(UTC) + timedelta(days=2)
    assert not list(journal.entries(since=later))
    assert not list(journal.entries(since=later.date()))
    assert len(list(journal.entries(since=later - timedelta(days=3)))) == 4
    with pytest.raises(TypeError, match="since has to be a date or a datetime, not 'yesterday'"):
        journal.entries(since="yesterday")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="it is one of planned, submitting"):
        journal.entries(state="finished")


def test_entries_beyond_one_page_are_read_in_order(journal: Journal) -> None:
    for number in range(1200):
        journal.do(
            lambda database, n=number: database.change(  # type: ignore[misc]
                "INSERT INTO jobs (key, model_id, digest, state, planned_at) "
                "VALUES (:key, 'm', '', 'planned', '2026-01-01T00:00:00+00:00')",
                key=f"{n}",
            )
        )
    assert [entry.key for entry in journal.entries()] == [str(n) for n in range(1200)]


def test_costs_are_added_up_by_day_and_model(journal: Journal, simulator: Simulator) -> None:
    payer = Payer(journal, simulator)
    for cost in ("0.1", "0.2", None):
        simulator.jobs.next(Course(queued=0, running=0, cost=cost and Decimal(cost)))
        payer.run(prompt=cost)
    [cost] = journal.costs()
    assert (cost.day, cost.model_id) == (datetime.now(UTC).date(), video_to_video.MODEL_ID)
    assert (cost.jobs, cost.cost, cost.unknown) == (3, Decimal("0.3"), 1)


def test_an_export_has_every_entry(journal: Journal, simulator: Simulator, tmp_path: Path) -> None:
    payer = Payer(journal, simulator)
    payer.run("=k", "a")
    payer.run("l", "b")
    assert journal.export(tmp_path / "jobs.jsonl") == 2
    assert journal.export(tmp_path / "jobs.csv", model=video_to_video.MODEL_ID) == 2
    lines = (tmp_path / "jobs.jsonl").read_text("utf-8").splitlines()
    documents = [{**entry.to_dict(), "attempts": []} for entry in journal.entries()]
    assert [json.loads(line) for line in lines] == documents == list(journal.documents())
    with (tmp_path / "jobs.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["key"] for row in rows] == ["'=k", "l"]
    assert json.loads(rows[1]["inputs"]) == inputs("b")
    with pytest.raises(ValueError, match=r"has to end in \.jsonl or \.csv"):
        journal.export(tmp_path / "jobs.xlsx")


def test_since_is_a_day_in_utc(journal: Journal) -> None:
    try_claim(journal, new_claim("k"))
    today = datetime.now(UTC).date()
    assert [entry.key for entry in journal.entries(since=today)] == ["k"]
