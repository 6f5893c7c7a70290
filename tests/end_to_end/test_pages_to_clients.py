"""Two commands turn a page from a browser into a client that runs."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from runcomfy_codegen.output.checksum_header import without_checksum
from tests.loopback import Loopback, serving

from .conftest import Command, Mypy, tree

PROGRAM = """
import json, sys
import runcomfy_models
model_id, body = json.load(sys.stdin)
module = runcomfy_models.load(model_id)
inputs = {name: module.Input.model_validate(body).to_payload()[field.alias or name]
          for name, field in module.Input.model_fields.items() if (field.alias or name) in body}
print(module.Client().run(**inputs).output.video)
"""


@pytest.fixture(scope="module")
def pages(corpus: Path) -> list[Path]:
    return [
        *sorted((corpus.parent / "docs").glob("*.txt")),
        *sorted((corpus / "pages").glob("*.txt")),
    ]


def test_the_committed_schemas_match_the_real_pages(
    pages: list[Path], root: Path, codegen: Command, tmp_path: Path
) -> None:
    """They were imported by the command."""
    real = [page for page in pages if page.parent.name == "docs"]
    completed = codegen("import", *real)
    assert completed.returncode == 0, completed.stderr
    stored = tree(root / "schemas")
    for name in ("CHANGELOG.md", "accepted.toml", "follow.toml", "overrides.toml", "rules.toml"):
        assert stored.pop(name)
    assert tree(tmp_path / "schemas") == stored


def test_every_page_becomes_a_client_that_runs(
    pages: list[Path], process: Command, tmp_path: Path
) -> None:
    """The client sends the example body of the page unchanged to a server on loopback."""
    assert process("import", *pages).returncode == 0
    assert process("generate").returncode == 0
    examples = sorted((tmp_path / "schemas").rglob("example.json"))
    assert len(examples) == len(pages)
    with serving(Loopback()) as service:
        for path in examples:
            body = json.loads(path.read_text("utf-8"))
            model_id = path.parent.relative_to(tmp_path / "schemas").as_posix()
            if body.get("images") == []:
                body["images"] = ["https://example.com/a.png"]  # the page's own breaks minItems
            if body.get("video_url") == "":
                body["video_url"] = "https://example.com/a.mp4"  # the page leaves it blank
            run(model_id, body, tmp_path / "generated", service.url)
            assert service.calls[-3].path == f"/v1/models/{model_id}"
            assert service.calls[-3].body == body


def run(model_id: str, body: object, generated: Path, url: str) -> None:
    """Run a generated client in a separate process."""
    completed = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=json.dumps([model_id, body]),
        env={
            "PYTHONPATH": str(generated),
            "RUNCOMFY_BASE_URL": url,
            "RUNCOMFY_API_TOKEN": "t",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    expected = (0, "https://cdn.runcomfy.net/out.mp4\n")
    assert (completed.returncode, completed.stdout) == expected, completed.stderr


def test_a_page_in_another_language_changes_only_docstrings(
    root: Path, codegen: Command, tmp_path: Path
) -> None:
    """Names and types stay the same."""
    shutil.copytree(root / "schemas", tmp_path / "schemas")
    for name in ("overrides.toml", "rules.toml"):  # they rest on the words of the page
        (tmp_path / "schemas" / name).unlink()
    module = tmp_path / "generated/runcomfy_models/kling/kling_3_0/standard/image_to_video.py"
    assert codegen("generate").returncode == 0
    before = "\n".join(without_checksum(module.read_text("utf-8")))
    path = tmp_path / "schemas/kling/kling-3.0/standard/image-to-video/input.json"
    path.write_text(path.read_text("utf-8").replace("Durata", "Dauer"), "utf-8")
    assert codegen("generate").returncode == 0
    after = "\n".join(without_checksum(module.read_text("utf-8")))
    assert after == before.replace("Durata", "Dauer")
    assert after != before


def test_a_type_error_is_found_by_mypy_in_a_consumer_of_fresh_clients(
    root: Path, codegen: Command, mypy: Mypy, tmp_path: Path
) -> None:
    """It reports the line that would have cost money, and no other."""
    shutil.copytree(root / "schemas", tmp_path / "schemas")
    codegen("generate")
    (tmp_path / "use.py").write_text(
        "from runcomfy_models.runwayml.runway_aleph import video_to_video\n"
        "client = video_to_video.Client()\n"
        'client.run(prompt="x", video_url="v", ratio="1280:720")\n'
        'client.run(prompt="x", video_url="v", ratio="1280x720")\n'
    )
    output = mypy(tmp_path, "use.py")
    assert 'use.py:4: error: No overload variant of "run"' in output
    assert "Found 1 error in 1 file" in output
