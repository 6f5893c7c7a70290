"""`check` names each file that differs, why, and the place in the schemas that it comes from."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from runcomfy_codegen.check.formats.github import command
from runcomfy_codegen.cli import run
from runcomfy_codegen.reading.service import DOCUMENTED_SERVICE
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
FORMATS = ["text", "json", "github", "junit"]


@dataclass(frozen=True)
class Ran:
    """What one call of the command gave."""

    status: int
    out: str
    err: str


@dataclass(frozen=True)
class Place:
    """A folder with schemas of one model, and its clients."""

    folder: Path
    run: Callable[..., Ran]

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

    def files(self) -> dict[str, tuple[str, str, int]]:
        """Path below the package: state, file and line of the cause."""
        rows = json.loads(self.run("check", "--format", "json").out)["files"]
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
    """A folder with schemas and clients that is not to be changed."""
    folder = tmp_path_factory.mktemp("generated")
    model = folder / "schemas/acme/one"
    model.mkdir(parents=True)
    (model / "input.json").write_text(INPUT)
    (model / "output.json").write_text(OUTPUT)
    assert run(["generate", "--schemas", f"{folder}/schemas", "--out", f"{folder}/generated"]) == 0
    return folder


@pytest.fixture
def place(
    generated: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Place:
    def call(*arguments: str) -> Ran:
        status = run(list(arguments))
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    monkeypatch.chdir(tmp_path)
    shutil.copytree(generated, tmp_path, dirs_exist_ok=True)
    return Place(tmp_path, call)


@pytest.mark.parametrize(
    ("old", "new", "file", "line"),
    [
        ('"maxLength": 9', '"maxLength": 8', "input.json", 4),
        ('"scale": {"type": "number"}', '"scale": {"type": "integer"}', "input.json", 10),
        ('"scale": {"type": "number"}', '"weight": {"type": "number"}', "input.json", 10),
        ('"image": {"type": "string"}', '"image": {"type": "integer"}', "output.json", 3),
    ],
)
def test_a_change_leads_to_its_line(place: Place, old: str, new: str, file: str, line: int) -> None:
    place.replace(old, new, file)
    assert place.files() == {"acme/one.py": ("changed", f"schemas/acme/one/{file}", line)}


def test_a_property_that_is_gone_leads_to_the_properties(place: Place) -> None:
    place.replace('"prompt": {"type": "string", "maxLength": 9},\n', "\n")
    assert place.files() == {"acme/one.py": ("changed", "schemas/acme/one/input.json", 3)}


def test_each_property_that_changed_is_a_cause_at_the_line_that_says_so(place: Place) -> None:
    place.replace('"type": "number"', '"type": "number",\n "maximum": 3')
    place.replace('"maxLength": 9', '\n "title": "Words",\n "maxLength": 8')
    (row,) = json.loads(place.run("check", "--format", "json").out)["files"]
    assert [(cause["line"], cause["pointer"]) for cause in row["causes"]] == [
        (5, "/properties/prompt"),
        (13, "/properties/loras/items/properties/scale"),
    ]
    assert place.run("check", "--format", "github").out.count("::error file=schemas/acme/one/") == 2


def test_an_override_is_a_cause_too(place: Place) -> None:
    """Where a name, a module or the page's address is what changed."""
    file = place.folder / "schemas/overrides.toml"
    for line in ('names."input.json#/properties/prompt" = "text"', 'docs_url = "https://a.test"'):
        file.write_text(f'["acme/one"]\n{line}\n')
        assert place.files() == {"acme/one.py": ("changed", "schemas/overrides.toml", 2)}
    file.write_text('"acme/one".module = "acme.other"\n')
    assert place.files()["_models.py"] == ("changed", "schemas/overrides.toml", 1)


def test_a_status_leads_to_its_line_of_the_protocol(place: Place) -> None:
    (place.folder / "schemas/service.json").write_text(DOCUMENTED_SERVICE.dump())
    assert place.run("check").status == 0
    service = place.folder / "schemas/service.json"
    text = service.read_text().replace('"in_queue"', '"waiting"')
    service.write_text(text)
    line = text[: text.index("waiting")].count("\n") + 1
    assert place.files() == {"_runtime/service.py": ("changed", "schemas/service.json", line)}


@pytest.mark.parametrize("text", ["", "mine = True\n"])
def test_a_file_without_the_generators_first_line_is_edited(place: Place, text: str) -> None:
    place.module.write_text(text)
    assert [state for state, *_ in place.files().values()] == ["hand-edited"]


def test_an_edit_by_hand_is_told_from_a_change(place: Place) -> None:
    lines = place.module.read_text().splitlines(keepends=True)
    place.module.write_text("".join([*lines[:9], "mine = True\n", *lines[9:]]))
    file = "generated/runcomfy_models/acme/one.py"
    assert place.files() == {"acme/one.py": ("hand-edited", file, 10)}
    place.replace('"maxLength": 9', '"maxLength": 8')
    assert place.files() == {"acme/one.py": ("hand-edited", file, 10)}
    place.run("generate")
    assert place.run("check").status == 0


def test_a_model_without_a_module_is_missing(place: Place) -> None:
    place.model.rename(place.model.parent / "two")
    assert place.files() == {
        "acme/two.py": ("missing", "schemas/acme/two/input.json", 1),
        "acme/one.py": ("stale", "generated/runcomfy_models/acme/one.py", 1),
        "_models.py": ("changed", "schemas/acme/two/input.json", 1),
    }


def test_a_template_is_a_cause_too(place: Place) -> None:
    """A file of the runtime that is as it was generated, from another template."""
    from runcomfy_codegen.output.signing import HEADER, signed

    runtime = place.folder / "generated/runcomfy_models/_runtime/timing.py"
    body = runtime.read_text().partition("\n")[2].partition("\n")[2]
    runtime.write_text(signed({"x": f"{HEADER}first = True\n{body}"})["x"])
    (_, file, line) = place.files()["_runtime/timing.py"]
    assert (file, line) == ("generator/runtime/runcomfy_models/_runtime/timing.py", 1)


def test_a_long_diff_is_cut_unless_all_is_asked_for(place: Place) -> None:
    place.module.write_text(place.module.read_text().replace("    ", "     "))
    assert re.search(r"… \d+ more lines \(--full shows them\)", place.run("check").out)
    full = place.run("check", "--full").out
    assert "more lines" not in full
    assert full.count("\n") > 100


@pytest.mark.parametrize("name", FORMATS)
def test_status_and_disk_are_the_same_in_every_format(place: Place, name: str) -> None:
    """0 clean, 1 drift, 2 could not check; and nothing is written."""
    assert place.run("check", "--format", name).status == 0
    place.replace('"maxLength": 9', '"maxLength": 8')
    before = tree(place.folder)
    assert place.run("check", "--format", name).status == 1
    (place.model / "input.json").write_text("{")
    before["schemas/acme/one/input.json"] = b"{"
    ran = place.run("check", "--format", name)
    assert ran.status == 2
    assert "could not check: 1 error in the schemas" in ran.err
    assert tree(place.folder) == before


def test_github_gets_annotations(place: Place) -> None:
    assert place.run("check", "--format", "github").out == (
        "::notice::generated is up to date: 1 models\n"
    )
    place.replace('"maxLength": 9', '"maxLength": 8')
    assert place.run("check", "--format", "github").out == (
        "::error file=schemas/acme/one/input.json,line=4,title=generated files differ::"
        "runcomfy_models/acme/one.py is changed: says something else than the generated file"
        "%0Amend it: runcomfy-codegen generate --schemas schemas --out generated\n"
    )
    place.replace('"string"', '"strin"')
    first = place.run("check", "--format", "github").out.splitlines()[0]
    assert first.startswith("::error file=schemas/acme/one/input.json,line=4,title=unknown-type::")


def test_a_command_of_the_workflow_cannot_be_smuggled_in() -> None:
    line = command("error", "a\n::set-env::%", file="x,line=1::y\nz")
    assert line == "::error file=x%2Cline=1%3A%3Ay%0Az::a%0A::set-env::%25"


def test_junit_has_a_case_for_each_file(place: Place) -> None:
    place.replace('"maxLength": 9', '"maxLength": 8, "title": "\\u0007<&"')
    suite = ET.fromstring(place.run("check", "--format", "junit").out)  # noqa: S314  our own
    cases = {case.get("name"): case for case in suite.iter("testcase")}
    assert int(suite.get("tests") or 0) == len(cases) > 50
    assert suite.get("failures") == "1"
    failure = cases["runcomfy_models/acme/one.py"].find("failure")
    assert failure is not None
    assert (failure.get("message") or "").startswith("changed: schemas/acme/one/input.json:4")
    assert "max_length=8" in (failure.text or "")
    (place.model / "input.json").write_text("{")
    suite = ET.fromstring(place.run("check", "--format", "junit").out)  # noqa: S314  our own
    assert suite.get("errors") == "1"
    assert suite.find("testcase/error") is not None


def test_junit_has_what_the_schema_of_ant_asks_for(place: Place) -> None:
    """https://github.com/windyroad/JUnit-Schema; that of Jenkins asks for less."""
    place.replace('"maxLength": 9', '"maxLength": 8')
    suite = ET.fromstring(place.run("check", "--format", "junit").out)  # noqa: S314  our own
    asked = {"name", "timestamp", "hostname", "tests", "failures", "errors", "time"}
    assert asked <= {*suite.keys()}
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", suite.get("timestamp") or "")
    tags = [child.tag for child in suite]
    assert (tags[0], tags[-2:]) == ("properties", ["system-out", "system-err"])
    assert all({"name", "classname", "time"} <= {*case.keys()} for case in suite.iter("testcase"))
    assert [failure.get("type") for failure in suite.iter("failure")] == ["drift"]


def test_text_ends_with_the_one_command_that_mends_it(place: Place) -> None:
    place.replace('"maxLength": 9', '"maxLength": 8')
    out = place.run("check").out
    assert "  cause: schemas/acme/one/input.json:4 (/properties/prompt): says something" in out
    command_line = out.splitlines()[-1].removeprefix("to mend it: runcomfy-codegen ")
    assert place.run(*command_line.split()).status == 0
    assert place.run("check").status == 0
