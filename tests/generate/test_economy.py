"""What a run does not import, it does not pay for."""

from __future__ import annotations

import pytest

from .conftest import Place

HEAVY = ("black", "datamodel_code_generator", "jinja2", "pydantic", "jsonschema", "rich", "httpx")

LIST_MODULES = """
import sys
from runcomfy_codegen.cli import run
status = run(sys.argv[1:])
print(status, *sorted(name for name in sys.modules if "." not in name), file=sys.stderr)
"""


@pytest.mark.parametrize("command", ["generate", "check"])
def test_a_run_that_finds_nothing_to_do_imports_nothing_heavy(place: Place, command: str) -> None:
    assert place.command("generate", "--no-changelog").returncode == 0
    done = place.python("-c", LIST_MODULES, command)
    status, *modules = done.stderr.splitlines()[-1].split()
    assert (status, [name for name in HEAVY if name in modules]) == ("0", [])
