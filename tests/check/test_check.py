"""`check` reports each file that differs, and the line of the schemas that caused it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from runcomfy_codegen.check.formats.github import command
from runcomfy_codegen.cli import run
from runcomfy_codegen.reading.service_protocol import DOCUMENTED_PROTOCOL
from tests.diff.conftest import CommandResult
from tests.end_to_end.conftest import tree

INPUT = """{
  "type": "object",
  "properties": {
    "prompt": {"type": "string", "maxLength": 9},
    "loras": {
      "type": "array",
      "items": {
        "type": "object",
        "properties": {
          "scale": {"type": "number"}
        }
      }
    }
  }
}
"""
OUTPUT = '{"output": {\n"type": "object", "properties": {\n"image": {"type": "string"}}}}'
FLAGS = "runcomfy_models/_flags.py"
FORMATS = ["text", "json", "github", "junit"]


@dataclass(frozen=True)
class Project:
    """A folder with the schemas and the clients of one model."""

    folder: Path
    run: Callable[..., CommandResult]

    @property
    def model(self) -> Path:
        return self.folder / "schemas/acme/one"

    @property
    def module(self) -> Path:
        return self.folder / "generated/runcomfy_models/acme/one.py"

    def replace(self, old: str, new: str, file: str = "input.json") -> None:
        path = self.model / file
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new))

    def rows(self) -> list[Any]:
        """Return the files that differ, without the index of flags: it differs with each model."""
        rows = json.loads(self.run("check", "--format", "json").out)["files"]
        return [row for row in rows if row["path"] != FLAGS]

    def files(self) -> dict[str, tuple[str, str, int]]:
        """Return the state, and file and line of the first cause, by path in the package."""
        rows = self.rows()
        return {
            row["path"].removeprefix("runcomfy_models/"): (
                row["state"],
                row["causes"][0]["file"],
                row["causes"][0]["line"],
            )
            for row in rows
        }


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generate a project for the tests to copy."""
    folder = tmp_path_factory.mktemp("generated")
    model = folder / "schemas/acme/one"
    model.mkdir(parents=True)
    (model / "input.json").write_text(INPUT)
    (model / "output.json").write_text(OUTPUT)
    assert run(["generate", "--schemas", f"{folder}/schemas", "--out", f"{folder}/generated"]) == 0
    return folder


@pytest.fixture
def project(
    generated: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Project:
    def call(*arguments: str) -> CommandResult:
        status = run(list(arguments))
        captured = capsys.readouterr()
        return CommandResult(status, captured.out, captured.err)

    monkeypatch.chdir(tmp_path)
    shutil.copytree(generated, tmp_path, dirs_exist_ok=True)
    return Project(tmp_path, call)


@pytest.mark.parametrize(
    ("old", "new", "file", "line"),
    [
        ('"maxLength": 9', '"maxLength": 8', "input.json", 4),
        ('"scale": {"type": "number"}', '"scale": {"type": "integer"}', "input.json", 10),
        ('"scale": {"type": "number"}', '"weight": {"type": "number"}', "input.json", 10),
        ('"image": {"type": "string"}', '"image": {"type": "integer"}', "output.json", 3),
    ],
)
def test_the_cause_is_the_line_that_changed(
    project: Project, old: str, new: str, file: str, line: int
) -> None:
    project.replace(old, new, file)
    assert project.files() == {"acme/one.py": ("changed", f"schemas/acme/one/{file}", line)}


def test_a_line_of_a_description_is_not_taken_for_a_property(project: Project) -> None:
    text = '"maxLength": 9, "description": "One:\\n\\nNote: this."'
    project.replace('"maxLength": 9', text)
    project.run("generate")
    project.replace("this.", "that.")
    project.replace('"maxLength": 9', '"maxLength": 8')
    (row,) = project.rows()
    assert [cause["pointer"] for cause in row["causes"]] == ["/properties/prompt"]


def test_the_cause_of_a_removed_property_is_the_properties_keyword(project: Project) -> None:
    project.replace('"prompt": {"type": "string", "maxLength": 9},\n', "\n")
    assert project.files() == {"acme/one.py": ("changed", "schemas/acme/one/input.json", 3)}


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [('"maxLength": 9', '"maxLength": 8', 4), ('"scale": {"type": "number"}', '"scale": {}', 5)],
)
def test_changed_flags_have_the_line_of_their_property_as_a_cause(
    old: str, new: str, line: int, project: Project
) -> None:
    project.replace(old, new)
    rows = json.loads(project.run("check", "--format", "json").out)["files"]
    (row,) = (row for row in rows if row["path"] == FLAGS)
    (cause,) = row["causes"]
    assert (cause["file"], cause["line"]) == ("schemas/acme/one/input.json", line)


def test_each_changed_property_is_a_cause(project: Project) -> None:
    project.replace('"type": "number"', '"type": "number",\n "maximum": 3')
    project.replace('"maxLength": 9', '\n "title": "Words",\n "maxLength": 8')
    (row,) = project.rows()
    assert [(cause["line"], cause["pointer"]) for cause in row["causes"]] == [
        (5, "/properties/prompt"),
        (13, "/properties/loras/items/properties/scale"),
    ]
    assert (
        project.run("check", "--format", "github").out.count("::error file=schemas/acme/one/") == 2
    )


def test_an_override_may_be_the_cause(project: Project) -> None:
    """An override of a name, of a module, or of the address of the page."""
    file = project.folder / "schemas/overrides.toml"
    cause = ("changed", "schemas/overrides.toml", 2)
    file.write_text('["acme/one"]\nnames."input.json#/properties/prompt" = "text"\n')
    assert project.files() == {"acme/one.py": cause}
    file.write_text('["acme/one"]\ndocs_url = "https://a.test"\n')
    assert project.files() == {"acme/one.py": cause, "_catalog.py": cause}
    file.write_text('"acme/one".module = "acme.other"\n')
    assert project.files()["_models.py"] == ("changed", "schemas/overrides.toml", 1)


def test_a_patch_may_be_the_cause(project: Project) -> None:
    file = project.folder / "schemas/overrides.toml"
    place = '["acme/one".patch]\n"input.json#/properties/prompt/'
    file.write_text(f'{place}title" = {{ value = "Words", why = "x" }}\n')
    assert project.files() == {"acme/one.py": ("changed", "schemas/overrides.toml", 2)}


def test_a_patch_of_a_number_is_a_cause_beside_the_property(project: Project) -> None:
    file = project.folder / "schemas/overrides.toml"
    place = '["acme/one".patch]\n"input.json#/properties/prompt/'
    file.write_text(f'{place}maxLength" = {{ value = 8, was = 9, why = "x" }}\n')
    (row,) = project.rows()
    assert [(cause["file"], cause["line"]) for cause in row["causes"]] == [
        ("schemas/acme/one/input.json", 4),
        ("schemas/overrides.toml", 2),
    ]


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("overrides.toml", '[renamed]\n"acme/old" = "acme/one"\n', 2),
        ("gone.toml", '# gone\n\n"acme/old" = 2026-11-28\n', 3),
    ],
)
def test_a_former_id_may_be_the_cause(project: Project, name: str, text: str, line: int) -> None:
    (project.folder / "schemas" / name).write_text(text)
    place = f"schemas/{name}", line
    assert project.files() == {
        "_models.py": ("changed", *place),
        "acme/old.py": ("missing", *place),
    }


def test_the_template_of_a_former_module_may_be_the_cause(project: Project, root: Path) -> None:
    (project.folder / "schemas/overrides.toml").write_text('[renamed]\n"acme/old" = "acme/one"\n')
    template = project.folder / "mine/runcomfy_models/renamed.py.jinja"
    template.parent.mkdir(parents=True)
    template_text = (root / "templates/runcomfy_models/renamed.py.jinja").read_text("utf-8")
    template.write_text(f"{template_text}HOUSE = 1\n")
    assert project.run("generate", "--templates", "mine").status == 0
    template.write_text(f"{template_text}HOUSE = 2\n")
    (row,) = json.loads(project.run("check", "--format", "json", "--templates", "mine").out)[
        "files"
    ]
    (cause,) = row["causes"]
    assert cause["file"] == "mine/runcomfy_models/renamed.py.jinja"
    assert cause["line"] == len(template_text.splitlines()) + 1


RULE = """\
# A rule in words.
[["acme/one"]]
id = "short"
at = "input.json#/properties/prompt"
quote = "No more than three letters, please."
rule = "len(prompt) <= 3"
message = "{len(prompt)} letters are too many"
fits = [{ prompt = "abc" }]
breaks = [{ prompt = "abcd" }]
"""


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("len(prompt) <= 3", "len(prompt) < 4", 6),
        ("are too many", "is more than allowed", 7),
        ('id = "short"', 'id = "brief"', 3),
    ],
)
def test_a_rule_in_words_may_be_the_cause(project: Project, old: str, new: str, line: int) -> None:
    project.replace(
        '"maxLength": 9', '"maxLength": 9, "description": "No more than three letters, please."'
    )
    file = project.folder / "schemas/rules.toml"
    file.write_text(RULE)
    project.run("generate")
    file.write_text(RULE.replace(old, new))
    assert project.files() == {"acme/one.py": ("changed", "schemas/rules.toml", line)}


def test_the_cause_of_a_new_status_is_its_line_in_the_protocol(project: Project) -> None:
    (project.folder / "schemas/service.json").write_text(DOCUMENTED_PROTOCOL.dump())
    assert project.run("check").status == 0
    service = project.folder / "schemas/service.json"
    text = service.read_text().replace('"in_queue"', '"waiting"')
    service.write_text(text)
    line = text[: text.index("waiting")].count("\n") + 1
    assert project.files() == {"_runtime/service.py": ("changed", "schemas/service.json", line)}


@pytest.mark.parametrize("text", ["", "mine = True\n"])
def test_a_file_without_the_header_is_hand_edited(project: Project, text: str) -> None:
    project.module.write_text(text)
    assert [state for state, *_ in project.files().values()] == ["hand-edited"]


def test_an_edit_by_hand_is_distinguished_from_a_change(project: Project) -> None:
    lines = project.module.read_text().splitlines(keepends=True)
    project.module.write_text("".join([*lines[:9], "mine = True\n", *lines[9:]]))
    file = "generated/runcomfy_models/acme/one.py"
    assert project.files() == {"acme/one.py": ("hand-edited", file, 10)}
    project.replace('"maxLength": 9', '"maxLength": 8')
    assert project.files() == {"acme/one.py": ("hand-edited", file, 10)}
    project.run("generate")
    assert project.run("check").status == 0


@pytest.mark.parametrize("name", ["testing/live/page.html", "testing/live/page.js", "py.typed"])
def test_a_file_that_is_not_python_has_a_checksum_as_well(name: str, project: Project) -> None:
    """Or is the same in every build, so that only a person can have changed it."""
    path = project.folder / "generated/runcomfy_models" / name
    path.write_text(path.read_text() + "mine\n")
    state, *_ = project.files()[name]
    assert state == "hand-edited"


def test_a_page_of_an_older_build_is_changed_and_not_edited(project: Project) -> None:
    from runcomfy_codegen.output.checksum_header import with_checksum

    name = "testing/live/page.css"
    older = with_checksum(name, "body {}\n")
    (project.folder / "generated/runcomfy_models" / name).write_text(older)
    assert project.files()[name][0] == "changed"


def with_carriage_returns(folder: Path) -> None:
    """Convert the line ends of every file, as Git for Windows does."""
    for path in folder.rglob("*.py"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def test_converted_line_ends_are_named_and_not_taken_for_an_edit(project: Project) -> None:
    with_carriage_returns(project.folder / "generated")
    assert {state for state, *_ in project.files().values()} == {"line-ends"}
    assert "line ends are the only difference (CRLF): git converts them" in project.run("check").out
    assert project.run("generate").status == 0
    assert project.run("check").status == 0


def test_files_with_converted_line_ends_keep_their_other_states(project: Project) -> None:
    """A file that is stale or out of date is still known as a generated one."""
    with_carriage_returns(project.folder / "generated")
    project.model.rename(project.model.parent / "two")
    states = {name: state for name, (state, *_) in project.files().items()}
    assert (states["acme/one.py"], states["_models.py"]) == ("stale", "changed")
    assert project.run("generate").status == 0
    assert not project.module.exists()


def test_a_model_without_a_module_is_missing(project: Project) -> None:
    project.model.rename(project.model.parent / "two")
    assert project.files() == {
        "acme/two.py": ("missing", "schemas/acme/two/input.json", 1),
        "acme/one.py": ("stale", "generated/runcomfy_models/acme/one.py", 1),
        "_models.py": ("changed", "schemas/acme/two/input.json", 1),
        "_catalog.py": ("changed", "schemas/acme/two/input.json", 1),
    }


def test_a_file_of_the_client_library_may_be_the_cause(project: Project) -> None:
    """A generated file that was copied from a different version of the library."""
    from runcomfy_codegen.output.checksum_header import with_checksum

    runtime = project.folder / "generated/runcomfy_models/_runtime/timing.py"
    body = runtime.read_text().partition("\n")[2].partition("\n")[2]
    runtime.write_text(with_checksum("timing.py", f"first = True\n{body}"))
    (_, file, line) = project.files()["_runtime/timing.py"]
    assert (file, line) == ("generator/runtime/runcomfy_models/_runtime/timing.py", 1)


def test_a_long_diff_is_truncated_without_full(project: Project) -> None:
    project.module.write_text(project.module.read_text().replace("    ", "     "))
    assert re.search(r"… \d+ more lines \(--full shows them\)", project.run("check").out)
    full = project.run("check", "--full").out
    assert "more lines" not in full
    assert full.count("\n") > 100


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_the_same_status_and_writes_nothing(project: Project, name: str) -> None:
    """0 is clean, 1 is drift, 2 is a check that failed."""
    assert project.run("check", "--format", name).status == 0
    project.replace('"maxLength": 9', '"maxLength": 8')
    before = tree(project.folder)
    assert project.run("check", "--format", name).status == 1
    (project.model / "input.json").write_text("{")
    before["schemas/acme/one/input.json"] = b"{"
    result = project.run("check", "--format", name)
    assert result.status == 2
    assert "could not check: 1 error in the schemas" in result.err
    assert tree(project.folder) == before


def test_the_command_that_fixes_has_its_paths_in_quotes(project: Project) -> None:
    result = project.run("check", "--format", "json", "--out", "my clients")
    command = json.loads(result.out)["fix_command"]
    assert command == "runcomfy-codegen generate --schemas schemas --out 'my clients'"


def test_json_format_has_the_causes_and_the_command_that_fixes_them(project: Project) -> None:
    assert json.loads(project.run("check", "--format", "json").out)["fix_command"] is None
    project.replace('"maxLength": 9', '"maxLength": 8')
    document = json.loads(project.run("check", "--format", "json").out)
    assert document["fix_command"] == "runcomfy-codegen generate --schemas schemas --out generated"
    assert document["files"][0]["causes"] == [
        {
            "file": "schemas/acme/one/input.json",
            "line": 4,
            "message": "differs from the generated file",
            "pointer": "/properties/prompt",
        }
    ]
    project.replace('"string"', '"strin"')
    failed = json.loads(project.run("check", "--format", "json").out)
    assert (failed["clean"], failed["fix_command"]) == (None, None)


def test_github_format_prints_annotations(project: Project) -> None:
    assert project.run("check", "--format", "github").out == (
        "::notice::generated is up to date: 1 models\n"
    )
    project.replace('"maxLength": 9', '"maxLength": 8')
    assert project.run("check", "--format", "github").out == (
        "::error file=schemas/acme/one/input.json,line=4,title=generated files differ::"
        "runcomfy_models/_flags.py is changed: differs from the generated file"
        "%0Aruncomfy_models/acme/one.py is changed: differs from the generated file"
        "%0Afix it: runcomfy-codegen generate --schemas schemas --out generated\n"
    )
    (project.folder / "schemas/overrides.toml").write_text('\n["acme/none"]\nmodule = "a.b"\n')
    first_line = project.run("check", "--format", "github").out.splitlines()[0]
    assert first_line.startswith(
        "::error file=schemas/overrides.toml,line=2,title=unused-override::"
    )
    (project.folder / "schemas/overrides.toml").unlink()
    project.replace('"string"', '"strin"')
    first_line = project.run("check", "--format", "github").out.splitlines()[0]
    assert first_line.startswith(
        "::error file=schemas/acme/one/input.json,line=4,title=unknown-type::"
    )


def test_a_message_cannot_inject_a_workflow_command() -> None:
    line = command("error", "a\n::set-env::%", file="x,line=1::y\nz")
    assert line == "::error file=x%2Cline=1%3A%3Ay%0Az::a%0A::set-env::%25"


def test_junit_has_a_case_for_each_file(project: Project) -> None:
    project.replace('"maxLength": 9', '"maxLength": 8, "title": "\\u0007<&"')
    suite = ET.fromstring(project.run("check", "--format", "junit").out)  # noqa: S314  our own
    cases = {case.get("name"): case for case in suite.iter("testcase")}
    assert int(suite.get("tests") or 0) == len(cases) > 50
    assert suite.get("failures") == "2"  # the module, and the index of flags
    failure = cases["runcomfy_models/acme/one.py"].find("failure")
    assert failure is not None
    assert (failure.get("message") or "").startswith("changed: schemas/acme/one/input.json:4")
    assert "max_length=8" in (failure.text or "")
    (project.model / "input.json").write_text("{")
    suite = ET.fromstring(project.run("check", "--format", "junit").out)  # noqa: S314  our own
    assert suite.get("errors") == "1"
    assert suite.find("testcase/error") is not None


def test_junit_is_valid_under_the_schema_of_ant(project: Project) -> None:
    """https://github.com/windyroad/JUnit-Schema; the schema of Jenkins requires less."""
    project.replace('"maxLength": 9', '"maxLength": 8')
    suite = ET.fromstring(project.run("check", "--format", "junit").out)  # noqa: S314  our own
    required = {"name", "timestamp", "hostname", "tests", "failures", "errors", "time"}
    assert required <= {*suite.keys()}
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", suite.get("timestamp") or "")
    tags = [child.tag for child in suite]
    assert (tags[0], tags[-2:]) == ("properties", ["system-out", "system-err"])
    assert all({"name", "classname", "time"} <= {*case.keys()} for case in suite.iter("testcase"))
    assert [failure.get("type") for failure in suite.iter("failure")] == ["drift"] * 2


def test_text_ends_with_the_command_that_fixes_everything(project: Project) -> None:
    project.replace('"maxLength": 9', '"maxLength": 8')
    out = project.run("check").out
    assert "  cause: schemas/acme/one/input.json:4 (/properties/prompt): differs from" in out
    command_line = out.splitlines()[-1].removeprefix("to fix it: runcomfy-codegen ")
    assert project.run(*command_line.split()).status == 0
    assert project.run("check").status == 0
