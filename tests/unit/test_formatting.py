"""Ruff formats what is rendered, and leaves nothing behind."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import pytest

from runcomfy_codegen.rendering.formatting import FormattingError, formatted


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary ones."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_keys_are_kept_and_name_no_files(temporary: Path) -> None:
    keys = ["../../x", "/etc/passwd", "con", "a\x00b", "", "é/\ud800", "m.py", "0.py"]
    assert formatted(dict.fromkeys(keys, "x=1")) == dict.fromkeys(keys, "x = 1\n")
    assert list(temporary.iterdir()) == []


def test_settings_of_the_user_are_ignored(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (temporary / "ruff.toml").write_text("line-length = 20\nformat.quote-style = 'single'\n")
    (temporary / ".git").mkdir()
    (temporary / ".gitignore").write_text("*\n")
    monkeypatch.chdir(temporary)
    call = 'f("0123456789", "0123456789", "0123456789")\n'
    assert formatted({"m": f"x={call}"}) == {"m": f"x = {call}"}


def test_a_syntax_error_names_the_module(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    with pytest.raises(FormattingError, match=r"acme\.two:1:5: ") as raised:
        formatted({"acme.one": "x = 1", "acme.two": "x = ", "acme.three": "x = 3"})
    assert "acme.one" not in str(raised.value)
    assert list(temporary.iterdir()) == []


def test_a_missing_ruff_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> str:
        raise FileNotFoundError("no ruff")

    monkeypatch.setattr("ruff.find_ruff_bin", missing)
    with pytest.raises(OSError, match=r"(?s)no ruff.*pip install"):
        formatted({"m": "x = 1"})


def test_ruff_need_not_be_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert formatted({"m": "x=1"}) == {"m": "x = 1\n"}


def test_ctrl_c_leaves_no_folder(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        assert list(temporary.iterdir()) != []
        raise KeyboardInterrupt

    monkeypatch.setattr(subprocess, "run", interrupted)
    with pytest.raises(KeyboardInterrupt):
        formatted({"m": "x = 1"})
    assert list(temporary.iterdir()) == []


def test_nothing_to_format_runs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", None)
    assert formatted({}) == {}
