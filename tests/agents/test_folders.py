"""Allowed folders: nothing outside of them is read or written, with any form of path."""

from __future__ import annotations

from pathlib import Path

import pytest

from runcomfy_models.agents.folders import Folders, NotAllowed
from tests.platforms import needs_posix

pytestmark = needs_posix("links that anybody may make")


@pytest.fixture
def allowed_folder(tmp_path: Path) -> Path:
    """A folder that is allowed, beside a secret."""
    allowed = tmp_path / "allowed"
    (allowed / "inner").mkdir(parents=True)
    (allowed / "photo.png").write_text("")
    (allowed / "inner/photo 2.png").write_text("")
    (tmp_path / "secret.png").write_text("")
    (tmp_path / "allowed-not").mkdir()
    (tmp_path / "allowed-not/photo.png").write_text("")
    (allowed / "link.png").symlink_to(tmp_path / "secret.png")
    (allowed / "up").symlink_to(tmp_path)
    return allowed


@pytest.mark.parametrize(
    "name", ["photo.png", "./photo.png", "inner/../photo.png", "inner/photo 2.png"]
)
def test_a_file_in_the_folder_is_found(name: str, allowed_folder: Path) -> None:
    assert Folders.of([allowed_folder]).file(name) == (allowed_folder / name).resolve()
    assert (
        Folders.of([allowed_folder]).file(str(allowed_folder / name))
        == (allowed_folder / name).resolve()
    )
    assert Folders.of([allowed_folder]).file((allowed_folder / name).resolve().as_uri()).is_file()


@pytest.mark.parametrize(
    "name",
    [
        "../secret.png",
        "inner/../../secret.png",
        "link.png",
        "up/secret.png",
        "../allowed-not/photo.png",
        "{outer}/secret.png",
        "file://{outer}/secret.png",
        "FILE:{outer}/secret.png",
        "file:../secret%2Epng",
        "/etc/passwd",
        "~/.config/runcomfy/token.json",
        "~nobody-of-that-name/x",
        "inner",
        "none.png",
        "a\0b",
        pytest.param("x" * 5000, id="long"),
        "",
    ],
)
def test_no_file_outside_the_allowed_folders_is_read(name: str, allowed_folder: Path) -> None:
    with pytest.raises(NotAllowed, match="no such file in an allowed folder"):
        Folders.of([allowed_folder]).file(name.format(outer=allowed_folder.parent))


@pytest.mark.parametrize("name", ["..", "up", "up/new", "/etc", "{outer}", "a\0b", "inner/../.."])
def test_nothing_is_written_outside_the_allowed_folders(name: str, allowed_folder: Path) -> None:
    with pytest.raises(NotAllowed, match="the folder is not allowed"):
        Folders.of([allowed_folder]).folder(name.format(outer=allowed_folder.parent))


def test_the_first_folder_is_written_to(allowed_folder: Path) -> None:
    folders = Folders.of([allowed_folder, allowed_folder.parent / "allowed-not"])
    assert folders.folder("") == allowed_folder
    assert folders.folder("new") == allowed_folder / "new"
    assert (
        folders.folder(str(allowed_folder.parent / "allowed-not"))
        == allowed_folder.parent / "allowed-not"
    )


def test_without_a_folder_nothing_is_allowed(allowed_folder: Path) -> None:
    for lookup in (Folders().file, Folders().folder):
        with pytest.raises(NotAllowed, match="started without --files DIR"):
            lookup(str(allowed_folder / "photo.png"))


def test_a_path_that_is_not_a_folder_is_refused(allowed_folder: Path) -> None:
    with pytest.raises(NotADirectoryError):
        Folders.of([allowed_folder / "photo.png"])
