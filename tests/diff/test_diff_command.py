"""`runcomfy-codegen diff`: formats, exit status, overridden verdicts, and the table of rules."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from runcomfy_codegen.diff.finding_rules import FINDING_RULES

from .building import an_input, an_output
from .conftest import Codegen
from .repositories import Repository

SNAPSHOTS = Path(__file__).parent / "snapshots"
TEXT = {"type": "string"}
SERVICE = {
    "base_url": "https://model-api.runcomfy.net",
    "endpoints": {
        "submit": {"method": "POST", "path": "/v1/models/{model_id}"},
        "status": {"method": "GET", "path": "/v1/requests/{request_id}/status"},
        "result": {"method": "GET", "path": "/v1/requests/{request_id}/result"},
        "cancel": {"method": "POST", "path": "/v1/requests/{request_id}/cancel"},
    },
    "statuses": ["in_queue", "in_progress", "completed", "cancelled"],
}
HOSTILE = "`|</details>\n@everyone ![x](http://x) \x1b[31m\u202e::error::"


@pytest.fixture
def changed(repository: Repository) -> Repository:
    """Create a repository with many kinds of changes in its working tree, and a hostile name."""
    images = {"type": "array", "items": {**TEXT, "format": "image_uri"}, "maxItems": 4}
    repository.put(
        "acme/one",
        {
            **an_input(
                mode={**TEXT, "enum": ["std", "pro"], "title": "Mode"},
                img={**TEXT, "title": "Image", "description": "first frame"},
                images=images,
                seed={"type": "integer", "default": 1},
            ),
            "required": ["img"],
        },
        an_output(video=TEXT),
    )
    repository.put("acme/gone", an_input(prompt=TEXT, strength={"type": "number"}))
    (repository.schemas / "service.json").write_text(json.dumps(SERVICE))
    repository.commit()
    repository.put(
        "acme/one",
        {
            **an_input(
                mode={**TEXT, "enum": ["std", "4k"], "title": "Quality"},
                image={**TEXT, "title": "Image", "description": "first frame"},
                images={**images, "maxItems": 3},
                seed={"type": "integer", "default": 2},
                **{HOSTILE: {**TEXT, "title": HOSTILE}},
            ),
            "required": ["image"],
        },
        an_output(video=TEXT, audio=TEXT),
    )
    (repository.schemas / "acme/gone").rename(repository.schemas / "acme/new")
    service = {**SERVICE, "statuses": [*SERVICE["statuses"], "paused"]}
    (repository.schemas / "service.json").write_text(json.dumps(service))
    return repository


@pytest.mark.parametrize("name", ["text", "json", "markdown"])
def test_the_output_matches_the_snapshot(
    changed: Repository, codegen: Codegen, name: str, request: pytest.FixtureRequest
) -> None:
    result = codegen("diff", "--format", name)
    assert (result.status, result.err) == (0, "")
    path = SNAPSHOTS / f"diff.{name}"
    if request.config.getoption("--accept"):
        path.write_text(result.out, "utf-8")
    assert result.out == path.read_text("utf-8"), "if this is intended: make accept"


@pytest.mark.parametrize("name", ["text", "json", "markdown"])
def test_text_from_a_page_is_escaped(changed: Repository, codegen: Codegen, name: str) -> None:
    """There are no control characters, and in Markdown no text of a page outside of code."""
    out = codegen("diff", "--format", name).out
    assert not {"\x1b", "\u202e"} & set(out)
    if name == "markdown":
        spans = re.sub(r"  ```json\n.*?\n  ```\n", "", out, flags=re.DOTALL).split("`")
        assert "@everyone" not in "".join(spans[0::2])
        assert out.count("</details>\n") == 1


@pytest.mark.parametrize("name", ["a|b", "a\\|b", "a\\\\|b", "|", "\\|\n|"])
def test_no_name_can_end_a_cell_of_the_table(
    repository: Repository, codegen: Codegen, name: str
) -> None:
    """For GitHub, a cell is a sequence of escaped and other characters up to a pipe."""
    repository.put("acme/one", an_input(**{name: {**TEXT, "enum": [name, "x"]}}))
    repository.commit()
    repository.put("acme/one", an_input(**{name: {**TEXT, "enum": ["x"]}, "b": TEXT}))
    lines = codegen("diff", "--format", "markdown").out.splitlines()
    rows = [line for line in lines if line.startswith("| ")]
    assert len(rows) == 3
    assert {len(re.findall(r"(?:\\[|\\]|[^|])+\|", row)) for row in rows} == {4}


def test_a_large_comparison_is_truncated_for_a_pull_request(
    repository: Repository, codegen: Codegen
) -> None:
    repository.put("acme/one", an_input())
    repository.commit()
    repository.put(
        "acme/one", an_input(**{f"p{n}": {**TEXT, "title": "x" * 99} for n in range(999)})
    )
    out = codegen("diff", "--format", "markdown").out
    assert len(out) < 65_536
    assert "are left out" in out


@pytest.mark.parametrize(
    ("old", "new", "fail_on", "status", "bump"),
    [
        (TEXT, TEXT, "any", 0, "none"),
        (TEXT, {**TEXT, "title": "A"}, "any", 1, "patch"),
        (TEXT, {**TEXT, "title": "A"}, "breaking", 0, "patch"),
        (TEXT, {}, "breaking", 0, "minor"),
        (TEXT, {**TEXT, "default": "a"}, "breaking", 0, "minor"),
        (TEXT, {"type": "integer"}, "breaking", 1, "major"),
        (TEXT, {"type": "integer"}, "never", 0, "major"),
    ],
)
def test_the_worst_finding_determines_the_status_and_the_bump(
    repository: Repository,
    codegen: Codegen,
    old: object,
    new: object,
    fail_on: str,
    status: int,
    bump: str,
) -> None:
    repository.put("acme/one", an_input(x=old))
    repository.commit()
    repository.put("acme/one", an_input(x=new))
    result = codegen("diff", "--format", "json", "--fail-on", fail_on)
    assert (result.status, json.loads(result.out)["summary"]["bump"]) == (status, bump)


def test_the_override_file_may_change_a_verdict(repository: Repository, codegen: Codegen) -> None:
    repository.put("acme/one", an_input(x={**TEXT, "default": "a"}))
    repository.commit()
    repository.put("acme/one", an_input(x={**TEXT, "default": "b"}))
    (repository.schemas / "overrides.toml").write_text(
        '[verdicts]\n"default-changed" = "breaking"\n'
    )
    assert codegen("diff", "--fail-on", "breaking").status == 1
    rules = {
        row["rule"]: row for row in json.loads(codegen("diff", "--rules", "--format", "json").out)
    }
    assert rules["default-changed"]["verdict"] == "breaking"


@pytest.mark.parametrize(
    ("text", "expected_error"),
    [
        ('[verdicts]\n"defaults" = "words"\n', "unknown rule 'defaults'"),
        (
            '[verdicts]\n"default-changed" = "bad"\n',
            "one of words, compatible, behaviour, breaking",
        ),
        ("verdicts = 1\n", "[verdicts] is not a table"),
        ('["acme/none"]\nmodule = "a.b"\n', "unused-override"),
        ('["acme/one".names]\n"input.json#/properties/y" = "z"\n', "unused-override"),
    ],
)
def test_an_invalid_or_unused_override_is_an_error(
    repository: Repository, codegen: Codegen, text: str, expected_error: str
) -> None:
    repository.put("acme/one", an_input(x=TEXT))
    repository.commit()
    (repository.schemas / "overrides.toml").write_text(text)
    result = codegen("diff")
    assert (result.status, result.out) == (2, "")
    assert expected_error in result.err


def test_names_set_by_overrides_are_compared(repository: Repository, codegen: Codegen) -> None:
    repository.put("acme/one", an_input(x=TEXT))
    repository.commit()
    (repository.schemas / "overrides.toml").write_text(
        '["acme/one"]\nmodule = "acme.uno"\n["acme/one".names]\n"input.json#/properties/x" = "y"\n'
    )
    findings = json.loads(codegen("diff", "--format", "json").out)["findings"]
    assert [(finding["rule"], finding["after"]) for finding in findings] == [
        ("module-renamed", "acme.uno"),
        ("attribute-renamed", "y"),
    ]


def test_the_protocol_is_compared(changed: Repository, codegen: Codegen) -> None:
    service = {**SERVICE, "base_url": "https://api2.runcomfy.net", "statuses": ["in_queue"]}
    service["endpoints"] = {
        **SERVICE["endpoints"],
        "submit": {"method": "PUT", "path": "/{model_id}"},
    }
    (changed.schemas / "service.json").write_text(json.dumps(service))
    findings = json.loads(codegen("diff", "--format", "json").out)["findings"]
    rules = {finding["rule"]: finding["pointer"] for finding in findings if not finding["model_id"]}
    assert rules == {
        "base-url-changed": "service.json#/base_url",
        "endpoint-changed": "service.json#/endpoints/submit",
        "status-gone": "service.json#/statuses",
    }


def test_the_rules_are_printed(codegen: Codegen) -> None:
    lines = codegen("diff", "--rules").out.splitlines()
    assert [line.split()[0] for line in lines] == list(FINDING_RULES)
    assert codegen("diff", "--rules", "--format", "markdown").out.startswith("| rule | verdict |")


def test_wrong_usage_exits_with_2(codegen: Codegen) -> None:
    assert codegen("diff", "a", "b", "c").status == 2


EVERY_FORMAT = """
from runcomfy_codegen.cli import run
for name in ("text", "json", "markdown"):
    run(["diff", "--format", name])
"""


def test_the_order_of_findings_does_not_depend_on_the_hash_seed(repository: Repository) -> None:
    values = [f"v{index}" for index in range(9)]
    repository.put("acme/one", {**an_input(a={"enum": values[:5]}, b=TEXT), "required": ["a"]})
    repository.commit()
    repository.put("acme/one", an_input(a={"enum": values[4:]}, **dict.fromkeys(values, TEXT)))
    command = [sys.executable, "-c", EVERY_FORMAT]
    outputs = {
        subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    (text,) = outputs
    assert text.count(b"v8") >= 3, "each format names what changed"
