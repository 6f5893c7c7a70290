"""A run imports no library, and starts no process, that it does not need."""

from __future__ import annotations

import subprocess

import pytest

from .conftest import Command, Project

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
    name: str, project: Project, command: Command
) -> None:
    assert command("generate").returncode == 0
    completed = project.python("-c", LIST_MODULES, name)
    status, *modules = completed.stderr.splitlines()[-1].split()
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


def processes(project: Project) -> list[str]:
    """The processes that a run starts which makes two models at once."""
    status, *names = project.python("-c", COUNT_PROCESSES).stderr.splitlines()[-1].split()
    assert status == "0"
    return names


def test_ruff_runs_once_for_each_chunk_of_models_and_once_for_the_common_files(
    project: Project,
) -> None:
    assert processes(project) == ["ruff"] * 3, "three models are two chunks"
    assert processes(project) == [], "nothing changed"
    project.add("acme/one", {"prompt": {"type": "string", "maxLength": 3}})
    assert processes(project) == ["ruff"], "one model changed; the common files did not"
    project.add("acme/four", {"prompt": {"type": "string"}})
    assert processes(project) == ["ruff"] * 2, "another model is in the index, too"
    (project.out / "runcomfy_models/acme/one.py").unlink()
    assert processes(project) == [], "everything is in the cache"


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
    project: Project, command: Command
) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=project.folder, check=True)
    assert command("generate").returncode == 0
    completed = project.python("-c", COUNT_QUESTIONS)
    assert completed.stderr.splitlines()[-1] == "0, cache, git ls-files, git log"
