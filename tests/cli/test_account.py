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
    done = cli("balance")
    assert (done.code, done.out) == (3, "")
    assert "expired" in done.err


def test_without_a_token_login_is_what_to_do(cli: Cli) -> None:
    done = cli("balance")
    assert done.code == 3
    assert "runcomfy-models login" in done.err


def test_a_token_is_read_from_standard_input(
    process: Cli, simulator: Simulator, home: Path
) -> None:
    done = process("login", "--json", input=f"  {simulator.token}\n", RUNCOMFY_API_TOKEN="")
    assert (done.code, done.json) == (0, {"stored": str(home / STORED)})
    assert json.loads((home / STORED).read_text()) == {"access_token": simulator.token}
    if os.name == "posix":
        assert stat.S_IMODE((home / STORED).stat().st_mode) == 0o600
    assert process("balance", RUNCOMFY_API_TOKEN="").code == 0
    assert simulator.token not in done.out + done.err


def test_a_token_is_asked_for_on_a_terminal(home: Path) -> None:
    asking = pexpect.spawn(COMMAND[0], [*COMMAND[1:], "login"], encoding="utf-8", timeout=20)
    asking.expect("www.runcomfy.com")
    asking.sendline(SECRET)
    shown = str(asking.read())
    assert asking.wait() == 0
    assert SECRET not in shown
    assert json.loads((home / STORED).read_text()) == {"access_token": SECRET}


@pytest.mark.parametrize(
    "arguments", [(SECRET,), ("--token", SECRET), (f"--token={SECRET}",), ("--json", SECRET)]
)
def test_a_token_on_the_command_line_is_refused_and_not_shown(
    arguments: tuple[str, ...], cli: Cli, home: Path
) -> None:
    done = cli("login", *arguments)
    assert done.code == 2
    assert "on the command line" in done.err
    assert SECRET not in done.out + done.err
    assert not (home / STORED).exists()


@pytest.mark.parametrize("text", ["", "\n", f"Bearer {SECRET}\n", "sécret\n"])
def test_what_cannot_be_a_token_is_not_stored(text: str, process: Cli, home: Path) -> None:
    done = process("login", input=text)
    assert done.code == 1
    assert "nothing was stored" in done.err
    assert SECRET not in done.err
    assert not (home / STORED).exists()


def test_logout_removes_the_token(cli: Cli, process: Cli, home: Path) -> None:
    process("login", input=SECRET)
    assert cli("logout", "--json").json == {"removed": str(home / STORED)}
    assert not (home / STORED).exists()
    done = cli("logout")
    assert (done.code, done.err) == (0, "no token was stored\n")


def test_a_token_of_the_environment_is_reported(process: Cli) -> None:
    done = process("login", input=SECRET, RUNCOMFY_TOKEN="another")  # noqa: S106
    assert "RUNCOMFY_TOKEN is set, and comes first" in done.err
    assert "still counts" in process("logout", RUNCOMFY_TOKEN="another").err  # noqa: S106


@pytest.mark.skipif(os.name != "posix", reason="other systems always have a home folder")
def test_without_a_home_folder_there_is_a_way_out(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pwd

    def unknown(_: int) -> None:
        raise KeyError

    monkeypatch.delenv("HOME")
    monkeypatch.setattr(pwd, "getpwuid", unknown)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SECRET.encode())))
    for command in ("login", "logout"):
        done = cli(command)
        assert done.code == 1
        assert "set RUNCOMFY_CONFIG_DIR" in done.err
        assert SECRET not in done.err
