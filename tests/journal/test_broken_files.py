"""A journal that cannot be used is an error with advice, and is never replaced by a new one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from runcomfy_models._runtime.journal.databases import mounts, postgres, schema, sqlite
from runcomfy_models.journal import Journal, JournalError
from runcomfy_models.testing import Simulator
from tests.journal.jobs import Payer, new_claim, try_claim


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with one entry."""
    path = tmp_path / "jobs.db"
    with Journal(path) as journal:
        try_claim(journal, new_claim("k"))
    return path


def checkpoint(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


@pytest.mark.parametrize(
    ("content", "advice"),
    [
        (b"", "restore a copy"),
        (b"This is not a database. " * 100, "would pay again for what was paid"),
    ],
)
def test_a_file_of_another_kind_is_left_alone(path: Path, content: bytes, advice: str) -> None:
    path.write_bytes(content)
    with pytest.raises(JournalError, match=advice):
        Journal(path)
    assert path.read_bytes() == content


def test_a_damaged_page_is_an_error_with_advice(path: Path) -> None:
    checkpoint(path)
    data = bytearray(path.read_bytes())
    for page in range(1, len(data) // 4096):
        data[page * 4096 : page * 4096 + 1000] = b"\xff" * 1000
    path.write_bytes(data)
    with pytest.raises(JournalError, match="would pay again for what was paid"):
        Journal(path).get("k")


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE jobs (id INTEGER)")
    connection.close()
    with pytest.raises(JournalError, match="another program"):
        Journal(path)


def test_a_journal_is_migrated_to_a_newer_version_which_older_libraries_refuse(
    location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Journal(location) as journal:
        try_claim(journal, new_claim("k"))
    newer = (*schema.MIGRATIONS, ("ALTER TABLE jobs ADD COLUMN note TEXT DEFAULT 'new'",))
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", newer)
        for module in (sqlite, postgres):
            patch.setattr(module, "VERSION", len(newer))
        for _ in range(2):
            with Journal(location) as journal:
                [row] = journal.do(lambda database: database.rows("SELECT * FROM jobs")).result()
            assert (row["key"], row["note"]) == ("k", "new")
    with pytest.raises(JournalError, match=r"newer version of runcomfy-models: upgrade"):
        Journal(location)


def test_nothing_is_sent_when_the_intent_cannot_be_written(
    path: Path, simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite._connect

    def read_only(path: Path) -> sqlite3.Connection:
        connection = connect(path)
        connection.execute("PRAGMA query_only = ON")
        return connection

    Journal(path).close()
    monkeypatch.setattr(sqlite, "_connect", read_only)
    with pytest.raises(JournalError, match="make the file and its folder writable"):
        Journal(path)
    assert not simulator.ledger.submissions


def test_a_full_disk_is_an_error_with_advice_and_nothing_is_lost(
    path: Path, simulator: Simulator
) -> None:
    def fill(database: sqlite.SqliteDatabase) -> None:
        pages = database.rows("PRAGMA page_count")[0]["page_count"]
        database.change(f"PRAGMA max_page_count = {pages}")

    with Journal(path) as journal:
        journal.do(fill).result()  # type: ignore[arg-type]
        payer = Payer(journal, simulator)
        with pytest.raises(JournalError, match="free some space on its disk"):
            submit_many(payer)
        assert len(simulator.ledger.submissions) == len(simulator.ledger.jobs)
    with Journal(path) as journal:
        known_ids = {entry.request_id for entry in journal.entries()}
        assert {job.id for job in simulator.ledger.jobs} <= known_ids


def submit_many(payer: Payer) -> None:
    for number in range(100):
        payer.submit(f"key-{number}", "x" * 1000)


def test_a_path_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match=r"jobs\\udcff\.db needs a path that is UTF-8"):
        Journal(tmp_path / "jobs\udcff.db")


def test_a_folder_is_not_a_journal(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="is not a file"):
        Journal(tmp_path)


def test_the_error_for_a_missing_folder_has_advice(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="check that its folder exists"):
        Journal(tmp_path / "nowhere" / "jobs.db")


@pytest.mark.parametrize("url", ["mysql://localhost/jobs", "http://example.com/jobs.db"])
def test_a_url_of_another_kind_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="give the path of a file, or postgresql://"):
        Journal(url)


def test_the_error_for_a_missing_database_does_not_show_the_password() -> None:
    with pytest.raises(JournalError, match="cannot be used") as raised:
        Journal("postgresql://someone:secret-123@127.0.0.1:1/nothing")
    assert "secret-123" not in str(raised.value)


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/data/jobs.db", "nfs4"), ("/data/local/jobs.db", None), ("/my disk/jobs.db", "cifs")],
)
def test_network_drives_are_recognised(tmp_path: Path, path: str, kind: str | None) -> None:
    mountinfo = tmp_path / "mountinfo"
    mountinfo.write_text(
        "22 1 8:1 / / rw - ext4 /dev/sda rw\n"
        "40 22 0:30 / /data rw shared:1 - nfs4 server:/export rw\n"
        "41 40 8:2 / /data/local rw - ext4 /dev/sdb rw\n"
        "42 22 0:31 / /my\\040disk rw - cifs //server/share rw\n"
    )
    assert mounts.network_drive(Path(path), mountinfo) == kind


def test_a_network_drive_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "network_drive", lambda path: "nfs4")
    with pytest.raises(JournalError, match=r"network drive \(nfs4\).*use a local disk"):
        Journal(tmp_path / "jobs.db")


def test_a_process_that_is_killed_while_it_creates_a_journal_leaves_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(source: Path, target: Path) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "jobs.db"
    with monkeypatch.context() as patch:
        patch.setattr(sqlite, "rename_without_replacing", killed)
        with pytest.raises(KeyboardInterrupt):
            Journal(path)
    assert not path.exists()
    with Journal(path) as journal:
        assert list(journal.entries()) == []
