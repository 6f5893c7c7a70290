"""The account from the shell: the balance, and the token, which no message shows."""

from __future__ import annotations

import io
import json
import os
import stat
import sys
from pathlib import Path

import pexpect
import pytest

from runcomfy_models.testing import Simulator, faults
from tests.cli.conftest import COMMAND, Cli

SECRET = "tok-0123456789-secret"  # noqa: S105
STORED = ".config/runcomfy/token.json"


def test_the_balance_is_exact(cli: Cli, simulator: Simulator) -> None:
    simulator.jobs.balance = simulator.jobs.charged + 7
    assert cli("balance").out == "$7.00\n"
    assert cli("balance", "--json").json == {"balance_usd": "7.0", "currency": "USD"}


def test_the_balance_needs_a_token_that_the_service_takes(cli: Cli, simulator: Simulator) -> None:
    simulator.faults.balance(faults.error_code(400004, 400, "expired"))
    result = cli("balance")
    assert (result.code, result.out) == (3, "")
    assert "expired" in result.err


def test_without_a_token_the_error_names_login(cli: Cli) -> None:
    result = cli("balance")
    assert result.code == 3
    assert "runcomfy-models login" in result.err


def test_a_token_is_read_from_standard_input(
    process: Cli, simulator: Simulator, home: Path
) -> None:
    result = process("login", "--json", input=f"  {simulator.token}\n", RUNCOMFY_API_TOKEN="")
    assert (result.code, result.json) == (0, {"stored": str(home / STORED)})
    assert json.loads((home / STORED).read_text()) == {"access_token": simulator.token}
    if os.name == "posix":
        assert stat.S_IMODE((home / STORED).stat().st_mode) == 0o600
    assert process("balance", RUNCOMFY_API_TOKEN="").code == 0
    assert simulator.token not in result.out + result.err


def test_a_token_is_asked_for_on_a_terminal(home: Path) -> None:
    terminal = pexpect.spawn(COMMAND[0], [*COMMAND[1:], "login"], encoding="utf-8", timeout=20)
    terminal.expect("www.runcomfy.com")
    terminal.sendline(SECRET)
    output = str(terminal.read())
    assert terminal.wait() == 0
    assert SECRET not in output
    assert json.loads((home / STORED).read_text()) == {"access_token": SECRET}


@pytest.mark.parametrize(
    "arguments", [(SECRET,), ("--token", SECRET), (f"--token={SECRET}",), ("--json", SECRET)]
)
def test_a_token_on_the_command_line_is_refused_and_not_shown(
    arguments: tuple[str, ...], cli: Cli, home: Path
) -> None:
    result = cli("login", *arguments)
    assert result.code == 2
    assert "on the command line" in result.err
    assert SECRET not in result.out + result.err
    assert not (home / STORED).exists()


@pytest.mark.parametrize("text", ["", "\n", f"Bearer {SECRET}\n", "sécret\n"])
def test_a_text_that_cannot_be_a_token_is_not_stored(text: str, process: Cli, home: Path) -> None:
    result = process("login", input=text)
    assert result.code == 1
    assert "nothing was stored" in result.err
    assert SECRET not in result.err
    assert not (home / STORED).exists()


def test_logout_removes_the_token(cli: Cli, process: Cli, home: Path) -> None:
    process("login", input=SECRET)
    assert cli("logout", "--json").json == {"removed": str(home / STORED)}
    assert not (home / STORED).exists()
    result = cli("logout")
    assert (result.code, result.err) == (0, "no token was stored\n")


def test_a_token_of_the_environment_is_reported(process: Cli) -> None:
    result = process("login", input=SECRET, RUNCOMFY_TOKEN="another")  # noqa: S106
    assert "RUNCOMFY_TOKEN is set, and comes first" in result.err
    assert "still counts" in process("logout", RUNCOMFY_TOKEN="another").err  # noqa: S106


@pytest.mark.skipif(os.name != "posix", reason="other systems always have a home folder")
def test_without_a_home_folder_the_error_names_a_variable_to_set(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pwd

    def raise_key_error(_: int) -> None:
        raise KeyError

    monkeypatch.delenv("HOME")
    monkeypatch.setattr(pwd, "getpwuid", raise_key_error)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SECRET.encode())))
    for command in ("login", "logout"):
        result = cli(command)
        assert result.code == 1
        assert "set RUNCOMFY_CONFIG_DIR" in result.err
        assert SECRET not in result.err
