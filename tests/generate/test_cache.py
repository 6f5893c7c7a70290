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

from .conftest import Command, Project

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


def test_stored_values_are_returned(tmp_path: Path) -> None:
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


def test_a_file_damaged_in_the_middle_harms_no_run(project: Project) -> None:
    project.run()
    expected = project.generated()
    file = project.cache / FILE
    data = bytearray(file.read_bytes())
    data[4096:-4096] = b"\xa5" * (len(data) - 8192)
    file.write_bytes(data)
    for _ in range(2):
        shutil.rmtree(project.out)
        project.run()
        assert project.generated() == expected


@needs_posix("/proc and /dev")
def test_a_module_that_the_cache_has_lost_is_built_again(project: Project) -> None:
    project.run()
    expected = project.generated()
    with closing(sqlite3.connect(project.cache / FILE)) as connection, connection:
        connection.execute("DELETE FROM entry WHERE kind IN ('text', 'run')")
    (project.out / "runcomfy_models/acme/one.py").unlink()
    (project.out / "runcomfy_models/acme/two/turbo.py").write_text("mine")
    project.run()
    assert project.generated() == expected


@pytest.mark.parametrize("folder", ["/proc/none", "/dev/null/none"])
def test_a_run_works_without_a_folder_for_its_cache(project: Project, folder: str) -> None:
    project.cache = Path(folder)
    assert project.run().report
    second_report = project.run().report
    assert second_report
    assert second_report.is_clean


def test_a_run_works_without_a_cache_that_is_locked(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caches, "LOCK_TIMEOUT", 0.0)
    project.run()
    with closing(sqlite3.connect(project.cache / FILE)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        report = project.run().report
    assert report
    assert report.is_clean
    with BuildCache(project.cache) as cache:
        assert cache.get("run", []) == {}


def test_a_file_that_is_locked_later_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caches, "LOCK_TIMEOUT", 0.0)
    with BuildCache(tmp_path) as cache:
        cache.put("model", {"a": 1})
    with BuildCache(tmp_path) as cache, closing(sqlite3.connect(tmp_path / FILE)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        assert [cache.get("model", "a") for _ in range(2)] == [{}, {}]
        connection.rollback()
    with BuildCache(tmp_path) as cache:
        assert cache.get("model", "a") == {"a": 1}


def test_two_runs_at_once_are_harmless(project: Project) -> None:
    project.run(cached=False)
    expected = project.generated()
    shutil.rmtree(project.out)
    runs = [
        subprocess.Popen(
            [sys.executable, "-m", "runcomfy_codegen", "generate", "--no-changelog"],
            cwd=project.folder,
            env={"RUNCOMFY_CODEGEN_CACHE": str(project.cache)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(2)
    ]
    outcomes = [run.communicate() for run in runs]
    assert [run.returncode for run in runs] == [0, 0], outcomes
    assert project.generated() == expected


@needs_posix("SIGKILL")
def test_a_run_that_was_killed_while_it_filled_the_cache_is_harmless(project: Project) -> None:
    completed = subprocess.run(
        [sys.executable, "-c", SLOW_RUN],
        cwd=project.folder,
        env={"RUNCOMFY_CODEGEN_CACHE": str(project.cache)},
        check=False,
    )
    assert completed.returncode == -signal.SIGKILL
    project.run()
    with_cache = project.generated()
    shutil.rmtree(project.out)
    project.run(cached=False)
    assert project.generated() == with_cache


def test_check_leaves_the_project_as_it_is(project: Project, command: Command) -> None:
    """`check` keeps its outcomes in the cache's folder, never among the project's files."""
    project.run(cached=False)
    project.cache = project.folder.parent / "elsewhere"
    before = sorted(project.folder.rglob("*"))
    assert command("check").returncode == 0
    assert sorted(path for path in project.folder.rglob("*")) == before
