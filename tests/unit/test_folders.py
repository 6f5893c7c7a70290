"""No part of `schemas/` is passed over in silence: its models would be deleted."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.platforms import needs_posix

from .conftest import Load, errors

MODEL = {"a/b/input.json": {"type": "object"}}


def test_a_folder_that_cannot_be_read_is_an_error(
    load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As under another user's schemas; the tests may run as root, who can read everything."""
    scandir = os.scandir

    def refuse_one_folder(path: str) -> Iterator[os.DirEntry[str]]:
        if str(path).endswith("/b"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)  # type: ignore[return-value]  # pyright: ignore

    monkeypatch.setattr(os, "scandir", refuse_one_folder)
    assert errors(load(MODEL)) == ["a/b# unreadable"]
    overrides = '["a/b"]\nmodule = "a.c"\nnames = {"input.json#/properties/x" = "y"}\n'
    assert errors(load(MODEL, overrides=overrides)) == ["a/b# unreadable"], "may match something"


@pytest.mark.parametrize("place", ["input.json", "a/input.json"])
def test_a_model_whose_place_is_not_a_model_id_is_an_error(load: Load, place: str) -> None:
    folder = place.rpartition("/")[0] or "s"
    assert errors(load({**MODEL, place: {"type": "object"}})) == [f"{folder}# invalid-model-id"]


@needs_posix("links that anybody may make")
def test_a_linked_folder_is_a_folder(load: Load, tmp_path: Path) -> None:
    (tmp_path / "elsewhere/m").mkdir(parents=True)
    (tmp_path / "elsewhere/m/input.json").write_text('{"type": "object"}')
    (tmp_path / "s").mkdir()
    (tmp_path / "s/linked").symlink_to(tmp_path / "elsewhere")
    assert [model.model_id for model in load(MODEL).models] == ["a/b", "linked/m"]


@needs_posix("links that anybody may make")
def test_dangling_and_circular_links_are_errors(load: Load, tmp_path: Path) -> None:
    (tmp_path / "s/c").mkdir(parents=True)
    (tmp_path / "s/c/lost").symlink_to("nowhere")
    (tmp_path / "s/c/round").symlink_to("..")
    (tmp_path / "s/c/there").symlink_to("../d")
    (tmp_path / "s/d").mkdir()
    (tmp_path / "s/d/back").symlink_to("../c")
    assert errors(load(MODEL)) == [
        "c/lost# unreadable",
        "c/round# unreadable",
        "c/there/back# unreadable",
        "d/back/lost# unreadable",
        "d/back/round# unreadable",
        "d/back/there# unreadable",
    ]


def test_a_folder_with_the_name_of_a_file_is_an_error(load: Load) -> None:
    assert errors(load({**MODEL, "a/input.json/c/input.json": {"type": "object"}})) == [
        "a/input.json# unreadable"
    ]


@needs_posix("links that anybody may make")
def test_hidden_folders_are_ignored(load: Load, tmp_path: Path) -> None:
    (tmp_path / "s").mkdir()
    (tmp_path / "s/.#lock").symlink_to("someone@somewhere")
    assert errors(load({**MODEL, ".git/x/input.json": {"type": "object"}})) == []


@needs_posix("links that anybody may make")
@pytest.mark.parametrize("name", ["overrides.toml", "service.json", "a/b/output.json"])
def test_an_existing_file_is_read_or_reported_as_an_error(
    load: Load, tmp_path: Path, name: str
) -> None:
    """A dangling link, or a folder of that name, does not count as a missing file."""
    (tmp_path / "s/a/b").mkdir(parents=True)
    (tmp_path / "s" / name).symlink_to("nowhere")
    assert errors(load(MODEL)) == [f"{name}# unreadable"]
    (tmp_path / "s" / name).unlink()
    (tmp_path / "s" / name).mkdir()
    assert errors(load(MODEL)) == [f"{name}# unreadable"]
