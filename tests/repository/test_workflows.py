"""The workflows and the hook are well formed and safe, and their commands do what they say."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.diff.building import an_input
from tests.diff.repositories import Repository, new_repository

WORKFLOWS = ".github/workflows"
BIN = Path(sys.executable).parent


def ran(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def steps(root: Path, workflow: str) -> dict[str, Any]:
    """Name of a step: the step."""
    jobs = yaml.safe_load((root / WORKFLOWS / workflow).read_text("utf-8"))["jobs"]
    (job,) = jobs.values()
    return {step["name"]: step for step in job["steps"] if "name" in step}


def test_the_workflows_fit_githubs_schema(root: Path) -> None:
    files = sorted((root / WORKFLOWS).glob("*.yml"))
    done = ran("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *files, cwd=root)
    assert done.returncode == 0, done.stdout


def test_an_audit_finds_nothing_in_the_workflows(root: Path) -> None:
    done = ran("zizmor", "--offline", "--persona=pedantic", WORKFLOWS, cwd=root)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("workflow", ["drift.yml", "sync.yml"])
def test_every_step_is_valid_shell(root: Path, workflow: str) -> None:
    for step in steps(root, workflow).values():
        if "run" in step:
            assert "${{" not in step["run"], "values reach the shell by the environment"
            done = ran("bash", "-n", "-c", step["run"], cwd=root)
            assert done.returncode == 0, done.stderr


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository of clients in which a branch breaks an input."""
    repository = new_repository(tmp_path / "repository")
    repository.put("acme/one", an_input(a={"type": "string"}))
    assert ran("runcomfy-codegen", "generate", cwd=repository.folder).returncode == 0
    repository.commit()
    repository.git("switch", "--quiet", "--create", "branch")
    repository.put("acme/one", an_input(a={"type": "integer"}))
    repository.commit()
    return repository


def test_the_drift_workflow_annotates_and_sums_up(
    root: Path, repository: Repository, tmp_path: Path
) -> None:
    run = {name: step.get("run", "") for name, step in steps(root, "drift.yml").items()}
    environment = {
        "SCHEMAS": "schemas",
        "OUT": "generated",
        "FAIL_ON": "breaking",
        "BASE": "main",
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
    }
    check = ran(
        *("bash", "-e", "-c", run["Check the generated files"]),
        cwd=repository.folder,
        **environment,
    )
    assert check.returncode == 1
    assert check.stdout.startswith("::error file=schemas/acme/one/input.json,line=4,")
    diff = ran("bash", "-e", "-c", run["Say what changed"], cwd=repository.folder, **environment)
    assert diff.returncode == 1
    assert (tmp_path / "summary.md").read_text("utf-8").startswith("**major: models: 1 changed;")


def test_the_hook_runs_check_where_it_matters(root: Path, repository: Repository) -> None:
    (hook,) = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {"id", "name", "entry", "language"} <= hook.keys()
    assert not hook["pass_filenames"]
    for path in ("schemas/a/b/input.json", "templates/x.jinja", "generated/runcomfy_models/a.py"):
        assert re.search(hook["files"], path)
    assert not re.search(hook["files"], "README.md")
    done = ran(*hook["entry"].split(), cwd=repository.folder)
    assert (done.returncode, done.stdout.startswith("changed: ")) == (1, True)
