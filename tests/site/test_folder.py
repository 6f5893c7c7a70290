"""The folder of a site: only what we made is replaced, and only if something changed."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from runcomfy_codegen.site.building_folder import LONGEST_BUILD_SECONDS, PREFIX, building_folder
from runcomfy_codegen.site.site_folder import MARK_FILE, ForeignSiteError, Site


@pytest.fixture
def built(tmp_path: Path) -> Path:
    return write_files(tmp_path / "built", {"index.html": "start", "models/a/index.html": "a"})


def write_files(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MARK_FILE
    }


def test_a_built_site_is_put_into_its_folder(built: Path, tmp_path: Path) -> None:
    Site.read(tmp_path / "site").replace(built, "1", tmp_path / "site")
    assert contents(tmp_path / "site") == {"index.html": "start", "models/a/index.html": "a"}
    assert Site.read(tmp_path / "site").is_built_from("1", tmp_path / "site")


def test_a_page_that_is_gone_is_removed_with_its_folder(built: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    Site.read(site).replace(built, "1", site)
    Site.read(site).replace(write_files(tmp_path / "again", {"index.html": "new"}), "2", site)
    assert contents(site) == {"index.html": "new"}
    assert not (site / "models").exists()


def test_added_files_are_kept(built: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    Site.read(site).replace(built, "1", site)
    write_files(site, {"CNAME": "docs.example.com", "models/a/notes.txt": "mine"})
    Site.read(site).replace(write_files(tmp_path / "again", {"index.html": "new"}), "2", site)
    assert contents(site) == {
        "index.html": "new",
        "CNAME": "docs.example.com",
        "models/a/notes.txt": "mine",
    }


def test_a_folder_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    site = write_files(tmp_path / "site", {"index.html": "somebody's"})
    with pytest.raises(ForeignSiteError, match="was not made by runcomfy-codegen docs"):
        Site.read(site)
    assert contents(site) == {"index.html": "somebody's"}


def test_an_empty_folder_is_accepted(built: Path, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    Site.read(tmp_path / "site").replace(built, "1", tmp_path / "site")
    assert (tmp_path / "site/index.html").is_file()


def edit(site: Path) -> None:
    (site / "index.html").write_text("edited")


def remove(site: Path) -> None:
    (site / "index.html").unlink()


def interrupt(site: Path) -> None:
    mark = json.loads((site / MARK_FILE).read_text())
    (site / MARK_FILE).write_text(json.dumps({**mark, "digest": ""}))


def damage(site: Path) -> None:
    (site / MARK_FILE).write_text("{")


@pytest.mark.parametrize("change", [edit, remove, interrupt, damage])
def test_a_site_that_is_not_whole_is_built_again(
    change: Callable[[Path], None], built: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    Site.read(site).replace(built, "1", site)
    change(site)
    assert not Site.read(site).is_built_from("1", site)


def test_a_site_of_other_sources_is_out_of_date(built: Path, tmp_path: Path) -> None:
    Site.read(tmp_path / "site").replace(built, "1", tmp_path / "site")
    assert not Site.read(tmp_path / "site").is_built_from("2", tmp_path / "site")


def test_a_file_that_did_not_change_is_not_touched(built: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    Site.read(site).replace(built, "1", site)
    before = (site / "index.html").stat()
    rebuilt = write_files(tmp_path / "again", {"index.html": "start", "new.html": "new"})
    Site.read(site).replace(rebuilt, "2", site)
    after = (site / "index.html").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_file_in_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file")
    with pytest.raises(OSError, match="site"):
        Site.read(tmp_path / "site")


def test_remains_of_a_killed_run_are_removed_by_a_later_one(tmp_path: Path) -> None:
    old, new, unrelated = (tmp_path / name for name in (f"{PREFIX}old", f"{PREFIX}new", "other"))
    for folder in (old, new, unrelated):
        write_files(folder, {"page.md": ""})
    expired = time.time() - LONGEST_BUILD_SECONDS - 10
    for folder in (old, unrelated):
        os.utime(folder, (expired, expired))
    with building_folder(tmp_path) as own_folder:
        assert {*tmp_path.iterdir()} == {own_folder, new, unrelated}
    assert {*tmp_path.iterdir()} == {new, unrelated}
