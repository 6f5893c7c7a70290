"""Each format of the report names all that was not taken, and begins with the counts."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from .conftest import Sync
from .upstream import Upstream, entry

COUNTS = "1 not taken, 1 gone upstream, 12 not followed (--all or --add adds)"


@pytest.fixture
def partial(upstream: Upstream, from_catalog: Sync) -> Sync:
    """A sync with a broken model, one that is gone, and twelve that are not followed."""
    upstream.models = [entry("acme/good"), entry("acme/bad"), entry("acme/gone")]
    from_catalog("--all")
    upstream.models = [entry("acme/good"), entry("acme/bad"), *other_models()]
    upstream.models[1]["input_schema"] = {"type": "strin"}
    return from_catalog


def other_models() -> list[object]:
    return [
        entry(f"other/{number:02}", **{f"a{number}": {"type": "string"}}) for number in range(12)
    ]


def test_text_names_everything(partial: Sync) -> None:
    result = partial()
    assert result.status == 1
    first_line, rest = result.out.split("\n", 1)
    assert first_line == f"major: models: 1 gone; findings: 1 breaking; {COUNTS}"
    assert "\nnot taken:\n" in rest
    assert "acme/bad: " in rest
    assert "\ngone upstream:\n  acme/gone: removed upstream; --prune removes it here\n" in rest
    assert rest.count("\n  other/") == 12


def test_markdown_names_everything(partial: Sync) -> None:
    first_line, rest = partial("--format", "markdown").out.split("\n", 1)
    assert first_line == f"**major: models: 1 gone; findings: 1 breaking; {COUNTS}**"
    assert "\nNot taken:\n\n- `" in rest
    assert "<details><summary>Not followed (--all or --add adds): 12</summary>" in rest
    assert rest.count("- `other/") == 12


def test_json_names_everything(partial: Sync) -> None:
    result = partial("--format", "json")
    report = json.loads(result.out)
    counts = {key: report["summary"][key] for key in ("not_taken", "gone", "not_followed")}
    assert counts == {"not_taken": 1, "gone": 1, "not_followed": 12}
    assert report["summary"]["worst"] == "breaking"
    assert "acme/bad" in report["not_taken"][0]["source"]
    assert report["gone"] == [{"model_id": "acme/gone"}]
    assert {"model_id": "other/07"} in report["not_followed"]
    assert result.err.startswith("major: models: 1 gone; ")


def test_markdown_of_thousands_of_models_fits_a_pull_request(
    upstream: Upstream, from_catalog: Sync
) -> None:
    upstream.models = [entry(f"acme/{'long' * 10}-{number}") for number in range(3000)]
    text = from_catalog("--add", "acme/*1", "--format", "markdown").out
    assert len(text) < 65_000
    assert "more parts are left out" in text


def test_upstream_text_formats_nothing(upstream: Upstream, from_catalog: Sync) -> None:
    bad = entry("acme/bad")
    bad["input_schema"] = {"type": "</details>@everyone`x`"}
    upstream.models = [bad]
    text = from_catalog("--all", "--format", "markdown").out
    assert "`" not in text.partition("- `")[2].partition("`\n")[0]
    assert "\n- `" in text


@pytest.fixture
def twenty_models(upstream: Upstream, from_catalog: Sync) -> Sync:
    upstream.models = [entry(f"acme/m-{n}", **{f"a{n}": {"type": "string"}}) for n in range(20)]
    from_catalog("--all")
    return from_catalog


def test_prune_asks_and_without_a_terminal_needs_an_answer(
    twenty_models: Sync, upstream: Upstream, schemas: Path
) -> None:
    del upstream.models[:2]
    result = twenty_models("--prune")
    assert (result.status, result.out) == (2, "")
    assert "--prune would remove acme/m-0, acme/m-1, and asks first" in result.err
    assert len(list(schemas.rglob("input.json"))) == 20
    assert "2 models removed" in twenty_models("--prune", "--yes").err
    assert len(list(schemas.rglob("input.json"))) == 18


@pytest.mark.parametrize(("answer", "remaining"), [("y\n", 18), ("n\n", 20), ("\n", 20)])
def test_prune_does_what_the_answer_says(
    answer: str,
    remaining: int,
    twenty_models: Sync,
    upstream: Upstream,
    schemas: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    del upstream.models[:2]
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: answer.strip())
    result = twenty_models("--prune")
    assert result.status == 0
    assert "gone upstream: acme/m-0\n" in result.err
    assert len(list(schemas.rglob("input.json"))) == remaining


def test_prune_stops_if_more_than_a_tenth_of_all_models_is_gone(
    twenty_models: Sync, upstream: Upstream, schemas: Path
) -> None:
    del upstream.models[:3]
    result = twenty_models("--prune", "--yes")
    assert (result.status, result.out) == (2, "")
    assert "3 of 20 models are gone upstream, more than 10 %" in result.err
    assert "--prune-limit 15" in result.err
    assert len(list(schemas.rglob("input.json"))) == 20
    assert twenty_models("--prune", "--yes", "--prune-limit", "15").status == 0
    assert len(list(schemas.rglob("input.json"))) == 17


def test_a_pruned_model_is_recorded_with_its_day_until_it_is_back(
    twenty_models: Sync, upstream: Upstream, schemas: Path
) -> None:
    models, upstream.models = list(upstream.models), upstream.models[2:]
    twenty_models("--prune", "--yes")
    lines = (schemas / "gone.toml").read_text("utf-8").splitlines()[1:]
    assert [line.partition(" = ")[0] for line in lines] == ['"acme/m-0"', '"acme/m-1"']
    assert all(re.fullmatch(r'"acme/m-\d" = \d{4}-\d\d-\d\d', line) for line in lines)
    upstream.models = models[1:]
    twenty_models("--all")
    lines = (schemas / "gone.toml").read_text("utf-8").splitlines()[1:]
    assert [line.partition(" = ")[0] for line in lines] == ['"acme/m-0"']
    upstream.models = models
    twenty_models("--all")
    assert not (schemas / "gone.toml").exists()
