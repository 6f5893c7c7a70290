"""A run does not pay for what it does not import, or start."""

from __future__ import annotations

import subprocess

import pytest

from .conftest import Command, Place

HEAVY = (
    *("black", "datamodel_code_generator", "jinja2", "pydantic", "jsonschema", "rich", "httpx"),
    "ruff",
)

LIST_MODULES = """
import sys
from runcomfy_codegen.cli import run
status = run(sys.argv[1:])
print(status, *sorted(name for name in sys.modules if "." not in name), file=sys.stderr)
"""


@pytest.mark.parametrize("name", ["generate", "check"])
def test_a_run_that_finds_nothing_to_do_imports_nothing_heavy(
    name: str, place: Place, command: Command
) -> None:
    assert command("generate").returncode == 0
    done = place.python("-c", LIST_MODULES, name)
    status, *modules = done.stderr.splitlines()[-1].split()
    assert (status, [name for name in HEAVY if name in modules]) == ("0", [])


COUNT_PROCESSES = """
import os, sys
started = []
sys.addaudithook(lambda name, args: name == "subprocess.Popen" and started.append(args[0]))
from runcomfy_codegen.cli import run
from runcomfy_codegen.generate import parallel_builder
parallel_builder.MODELS_PER_CHUNK = 2
status = run(["generate", "--no-changelog"])
print(status, *map(os.path.basename, started), file=sys.stderr)
"""


def processes(place: Place) -> list[str]:
    """The processes that a run starts which makes two models at once."""
    status, *names = place.python("-c", COUNT_PROCESSES).stderr.splitlines()[-1].split()
    assert status == "0"
    return names


def test_ruff_runs_once_for_each_chunk_that_is_made_and_once_for_the_frame(place: Place) -> None:
    assert processes(place) == ["ruff"] * 3, "three models are two chunks"
    assert processes(place) == [], "nothing changed"
    place.add("acme/one", {"prompt": {"type": "string", "maxLength": 3}})
    assert processes(place) == ["ruff"], "one model changed; the common files did not"
    place.add("acme/four", {"prompt": {"type": "string"}})
    assert processes(place) == ["ruff"] * 2, "another model is in the index, too"
    (place.out / "runcomfy_models/acme/one.py").unlink()
    assert processes(place) == [], "everything is in the cache"


COUNT_QUESTIONS = """
import os, sys
asked = []
def note(name, args):
    if name == "sqlite3.connect":
        asked.append("cache")
    if name == "subprocess.Popen":
        program, options = os.path.basename(args[0]), args[1][1:]
        asked.append(f"{program} {options[2]}" if program == "git" else program)
sys.addaudithook(note)
from runcomfy_codegen.cli import run
print(run(["generate"]), *asked, file=sys.stderr, sep=", ")
"""


def test_a_run_that_finds_nothing_to_do_asks_the_cache_once_and_git_for_exports_and_change_log(
    place: Place, command: Command
) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=place.folder, check=True)
    assert command("generate").returncode == 0
    done = place.python("-c", COUNT_QUESTIONS)
    assert done.stderr.splitlines()[-1] == "0, cache, git ls-files, git log"
