"""The token file: the one of RunComfy's CLI, for its owner only, always complete."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from runcomfy_models._runtime.http.credentials import find_token
from runcomfy_models._runtime.http.token_file import remove_token, store_token, token_file


def test_a_stored_token_is_found(tmp_path: Path) -> None:
    assert store_token("tok-1") == tmp_path / "token.json" == token_file()
    assert json.loads(token_file().read_text("utf-8")) == {"access_token": "tok-1"}
    assert find_token(None).authorization() == "Bearer tok-1"


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_the_file_and_its_folder_are_for_the_owner_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUNCOMFY_CONFIG_DIR", str(tmp_path / "a/b"))
    before = os.umask(0)
    try:
        path = store_token("tok-1")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_file_that_everyone_may_read_is_replaced_by_a_private_one(tmp_path: Path) -> None:
    (tmp_path / "token.json").write_text("{}")
    (tmp_path / "token.json").chmod(0o644)
    assert stat.S_IMODE(store_token("tok-2").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["token.json"]


def test_a_failed_write_keeps_the_previous_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_token("tok-1")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        store_token("tok-2")
    assert find_token(None).authorization() == "Bearer tok-1"
    assert [path.name for path in tmp_path.iterdir()] == ["token.json"]


def test_a_token_can_be_removed_once() -> None:
    store_token("tok-1")
    assert remove_token() == token_file()
    assert remove_token() is None
