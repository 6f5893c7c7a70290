"""Allowed folders: nothing outside of them is read or written, with any form of path."""

from __future__ import annotations

from pathlib import Path

import pytest

from runcomfy_models.agents.folders import Folders, NotAllowed
from tests.platforms import needs_posix

pytestmark = needs_posix("links that anybody may make")


@pytest.fixture
def place(tmp_path: Path) -> Path:
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
def test_a_file_in_the_folder_is_found(name: str, place: Path) -> None:
    assert Folders.of([place]).file(name) == (place / name).resolve()
    assert Folders.of([place]).file(str(place / name)) == (place / name).resolve()
    assert Folders.of([place]).file((place / name).resolve().as_uri()).is_file()


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
def test_no_file_outside_the_allowed_folders_is_read(name: str, place: Path) -> None:
    with pytest.raises(NotAllowed, match="no such file in an allowed folder"):
        Folders.of([place]).file(name.format(outer=place.parent))


@pytest.mark.parametrize("name", ["..", "up", "up/new", "/etc", "{outer}", "a\0b", "inner/../.."])
def test_nothing_is_written_outside_the_allowed_folders(name: str, place: Path) -> None:
    with pytest.raises(NotAllowed, match="the folder is not allowed"):
        Folders.of([place]).folder(name.format(outer=place.parent))


def test_the_first_folder_is_written_to(place: Path) -> None:
    folders = Folders.of([place, place.parent / "allowed-not"])
    assert folders.folder("") == place
    assert folders.folder("new") == place / "new"
    assert folders.folder(str(place.parent / "allowed-not")) == place.parent / "allowed-not"


def test_without_a_folder_nothing_is_allowed(place: Path) -> None:
    for ask in (Folders().file, Folders().folder):
        with pytest.raises(NotAllowed, match="started without --files DIR"):
            ask(str(place / "photo.png"))


def test_a_path_that_is_not_a_folder_is_refused(place: Path) -> None:
    with pytest.raises(NotADirectoryError):
        Folders.of([place / "photo.png"])
