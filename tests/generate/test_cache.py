"""A cache that is damaged, locked, foreign or out of reach costs time and nothing else."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from runcomfy_codegen.generate import build_cache as caches
from runcomfy_codegen.generate.build_cache import FILE, BuildCache
from tests.platforms import needs_posix

from .conftest import Command, Place

SLOW_RUN = """
import os, signal
from runcomfy_codegen.generate import run as generation
put = generation.BuildCache.put
def stop(self, kind, values):
    put(self, kind, values)
    if kind == "model":
        os.kill(os.getpid(), signal.SIGKILL)
generation.BuildCache.put = stop
from runcomfy_codegen.cli import run
run(["generate", "--no-changelog"])
"""


def test_what_was_put_in_comes_out(tmp_path: Path) -> None:
    with BuildCache(tmp_path) as cache:
        cache.put("model", {"a": {"text": "é\ud800"}, "b": [1, None]})
    with BuildCache(tmp_path) as cache:
        assert cache.get("model", "abc") == {"a": {"text": "é\ud800"}, "b": [1, None]}
        assert cache.get("run", "a") == {}


def test_only_the_newest_entries_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(caches.MAX_ENTRIES, "model", 3)
    with BuildCache(tmp_path) as cache:
        cache.put("common", {"other": 0})
        for number in range(5):
            cache.put("model", {str(number): number})
        cache.put("model", {"3": 33})
        assert cache.get("model", "01234") == {"2": 2, "3": 33, "4": 4}
        assert cache.get("common", ["other"]) == {"other": 0}


def test_a_damaged_entry_counts_as_absent(tmp_path: Path) -> None:
    with BuildCache(tmp_path) as cache:
        cache.put("model", {"a": "text", "b": "text"})
    with closing(sqlite3.connect(tmp_path / FILE)) as connection, connection:
        connection.execute("UPDATE entry SET value = '\"other\"' WHERE key = 'a'")
    with BuildCache(tmp_path) as cache:
        assert cache.get("model", "ab") == {"b": "text"}


@pytest.mark.parametrize("data", [b"no database", b"SQLite format 3\0" + b"x" * 5000])
def test_a_damaged_file_is_made_anew(tmp_path: Path, data: bytes) -> None:
    (tmp_path / FILE).write_bytes(data)
    with BuildCache(tmp_path) as cache:
        cache.put("model", {"a": 1})
    with BuildCache(tmp_path) as cache:
        assert cache.get("model", "a") == {"a": 1}


def test_a_file_damaged_in_the_middle_harms_no_run(place: Place) -> None:
    place.run()
    expected = place.generated()
    file = place.cache / FILE
    data = bytearray(file.read_bytes())
    data[4096:-4096] = b"\xa5" * (len(data) - 8192)
    file.write_bytes(data)
    for _ in range(2):
        shutil.rmtree(place.out)
        place.run()
        assert place.generated() == expected


@needs_posix("/proc and /dev")
def test_a_module_that_the_cache_has_lost_is_built_again(place: Place) -> None:
    place.run()
    expected = place.generated()
    with closing(sqlite3.connect(place.cache / FILE)) as connection, connection:
        connection.execute("DELETE FROM entry WHERE kind IN ('text', 'run')")
    (place.out / "runcomfy_models/acme/one.py").unlink()
    (place.out / "runcomfy_models/acme/two/turbo.py").write_text("mine")
    place.run()
    assert place.generated() == expected


@pytest.mark.parametrize("folder", ["/proc/none", "/dev/null/none"])
def test_a_folder_that_cannot_be_is_worked_without(place: Place, folder: str) -> None:
    place.cache = Path(folder)
    assert place.run().report
    again = place.run().report
    assert again
    assert again.is_clean


def test_a_locked_file_is_worked_without(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caches, "LOCK_TIMEOUT", 0.0)
    place.run()
    with closing(sqlite3.connect(place.cache / FILE)) as other:
        other.execute("BEGIN EXCLUSIVE")
        report = place.run().report
    assert report
    assert report.is_clean
    with BuildCache(place.cache) as cache:
        assert cache.get("run", []) == {}


def test_a_file_that_is_locked_later_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caches, "LOCK_TIMEOUT", 0.0)
    with BuildCache(tmp_path) as cache:
        cache.put("model", {"a": 1})
    with BuildCache(tmp_path) as cache, closing(sqlite3.connect(tmp_path / FILE)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert [cache.get("model", "a") for _ in range(2)] == [{}, {}]
        other.rollback()
    with BuildCache(tmp_path) as cache:
        assert cache.get("model", "a") == {"a": 1}


def test_two_runs_at_once_are_harmless(place: Place) -> None:
    place.run(cached=False)
    expected = place.generated()
    shutil.rmtree(place.out)
    runs = [
        subprocess.Popen(
            [sys.executable, "-m", "runcomfy_codegen", "generate", "--no-changelog"],
            cwd=place.folder,
            env={"RUNCOMFY_CODEGEN_CACHE": str(place.cache)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(2)
    ]
    outcomes = [run.communicate() for run in runs]
    assert [run.returncode for run in runs] == [0, 0], outcomes
    assert place.generated() == expected


@needs_posix("SIGKILL")
def test_a_run_that_was_killed_while_it_filled_the_cache_is_harmless(place: Place) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SLOW_RUN],
        cwd=place.folder,
        env={"RUNCOMFY_CODEGEN_CACHE": str(place.cache)},
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    place.run()
    with_cache = place.generated()
    shutil.rmtree(place.out)
    place.run(cached=False)
    assert place.generated() == with_cache


def test_check_leaves_the_project_as_it_is(place: Place, command: Command) -> None:
    """`check` keeps its outcomes in the cache's folder, never among the project's files."""
    place.run(cached=False)
    place.cache = place.folder.parent / "elsewhere"
    before = sorted(place.folder.rglob("*"))
    assert command("check").returncode == 0
    assert sorted(path for path in place.folder.rglob("*")) == before
