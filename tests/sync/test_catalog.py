"""`sync --catalog` reads the whole catalog or nothing, and updates only stored models."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from runcomfy_codegen.planning.folder_plan import plan_folder
from tests.diff.conftest import CommandResult
from tests.end_to_end.conftest import tree

from .conftest import Sync
from .upstream import Fault, Upstream, entry

TEXT, WHOLE = {"type": "string"}, {"type": "integer"}


def test_a_thousand_models_are_read_over_a_bounded_pool(
    upstream: Upstream, from_catalog: Sync, schemas: Path
) -> None:
    upstream.models = [entry(f"acme/m-{n}") for n in range(1000)]
    result = from_catalog("--all", "--jobs", "4", "--format", "json")
    assert result.status == 0, result.err
    assert json.loads(result.out)["summary"]["models"]["added"] == sorted(
        f"acme/m-{n}" for n in range(1000)
    )
    assert len(upstream.calls) == 10
    assert len(upstream.connections) <= 4
    assert upstream.busiest <= 4
    assert len(list(schemas.rglob("input.json"))) == 1000


def test_unchanged_pages_are_not_sent_again(upstream: Upstream, from_catalog: Sync) -> None:
    upstream.models = [entry(f"acme/m-{n}") for n in range(250)]
    from_catalog("--all")
    result = from_catalog()
    assert result == CommandResult(0, "nothing changed\n", "")
    assert upstream.statuses == {200: 3, 304: 3}


def test_a_broken_cache_is_ignored(upstream: Upstream, from_catalog: Sync, tmp_path: Path) -> None:
    upstream.models = [entry("acme/one")]
    from_catalog("--all")
    for file in (tmp_path / "cache" / "http").iterdir():
        file.write_text('{"etag": 1}')
    assert from_catalog().out == "nothing changed\n"
    assert upstream.statuses == {200: 2}


@pytest.mark.parametrize("etag", ["\xe9\x7f", '"caf\xe9"', ""])
def test_an_etag_that_cannot_be_sent_back_is_not_cached(
    upstream: Upstream, from_catalog: Sync, etag: str
) -> None:
    body = json.dumps({"models": [entry("acme/one")], "total": 1}).encode()
    upstream.faults[page(0)] = [Fault(200, {"ETag": etag}, body=body)]
    upstream.stay = True
    assert from_catalog("--all").status == 0
    result = from_catalog()
    assert (result.status, result.out) == (0, "nothing changed\n")


def test_only_stored_models_are_synced(
    upstream: Upstream, from_catalog: Sync, schemas: Path
) -> None:
    upstream.models = [entry("acme/one"), entry("kling/two"), entry("kling/three")]
    from_catalog("--add", "acme/*")
    upstream.models[0] = entry("acme/one", a=WHOLE)
    result = from_catalog()
    assert "type-changed input.json#/properties/a/type" in result.out
    names = "  kling/three\n  kling/two\n"
    assert f"not followed (--all or --add adds):\n{names}" in result.out
    assert [path.parent.name for path in schemas.rglob("input.json")] == ["one"]
    from_catalog("--add", "kling/*")
    assert len(list(schemas.rglob("input.json"))) == 3


def test_a_dry_run_prints_the_same_findings_and_writes_nothing(
    upstream: Upstream, from_catalog: Sync, schemas: Path
) -> None:
    upstream.models = [entry("acme/one")]
    from_catalog("--all")
    upstream.models = [entry("acme/one", a=WHOLE), entry("acme/two")]
    before = tree(schemas)
    dry = from_catalog("--all", "--dry-run")
    assert tree(schemas) == before
    assert "dry run: 4 files to write" in dry.err
    assert from_catalog("--all").out == dry.out
    assert tree(schemas) != before


def test_the_catalogs_facts_are_stored_as_they_are_written(
    sync: Sync, schemas: Path, tmp_path: Path
) -> None:
    """Unknown keys are left out, and what is null or odd is kept."""
    facts = '"display_name": "One", "base_price_usd": 0.350, "pricing_note": null'
    catalog = f'{{"model_id": "acme/one", {facts}, "runs": 7, "input_schema": {{"type":"object"}}}}'
    (tmp_path / "catalog.json").write_text(catalog)
    assert sync("--catalog", tmp_path / "catalog.json", "--all").status == 0
    text = (schemas / "acme/one/catalog.json").read_text()
    assert text == "{\n  " + facts.replace(", ", ",\n  ") + "\n}\n"


def test_a_new_price_is_a_finding_that_breaks_nothing(
    upstream: Upstream, from_catalog: Sync, schemas: Path
) -> None:
    upstream.models = [{**entry("acme/one"), "base_price_usd": 0.1, "price_unit": "second"}]
    from_catalog("--all")
    upstream.models = [{**entry("acme/one"), "base_price_usd": 0.2, "price_unit": "second"}]
    result = from_catalog()
    assert "behaviour   price-changed catalog.json#/base_price_usd" in result.out
    assert "the price in US dollars changed from `0.1` to `0.2`" in result.out
    assert '"base_price_usd": 0.2' in (schemas / "acme/one/catalog.json").read_text()
    assert from_catalog().out == "nothing changed\n"


@pytest.mark.parametrize("price", ["0.1", -1, True, [1]])
def test_a_price_that_is_not_an_amount_is_not_synced(
    price: object, upstream: Upstream, from_catalog: Sync, schemas: Path
) -> None:
    upstream.models = [{**entry("acme/one"), "base_price_usd": price}, entry("acme/two")]
    result = from_catalog("--all")
    assert result.status == 1
    assert f"acme/one: /base_price_usd is {price!r}, not a number of US dollars" in result.out
    assert [path.parent.name for path in schemas.rglob("input.json")] == ["two"]


def test_a_schema_is_stored_as_it_is_written(
    upstream: Upstream, sync: Sync, schemas: Path, tmp_path: Path
) -> None:
    """The order of keys and the form of numbers are kept; only the layout changes."""
    schema = '{"properties":{"a":{"maximum":1e3,"type":"number","default":1.0}},"type":"object"}'
    (tmp_path / "catalog.json").write_text(
        f'{{"models": [{{"model_id": "acme/one", "input_schema": {schema}}}], "total": 1}}'
    )
    sync("--catalog", tmp_path / "catalog.json", "--all")
    text = (schemas / "acme/one/input.json").read_text()
    assert (
        text.split()
        == schema.replace("{", "{ ")
        .replace("}", " }")
        .replace(":", ": ")
        .replace(",", ", ")
        .split()
    )
    assert text.endswith("}\n")


def test_a_new_model_gets_the_documented_output_which_is_marked_as_assumed(
    upstream: Upstream, from_catalog: Sync, schemas: Path
) -> None:
    upstream.models = [entry("acme/one")]
    from_catalog("--all")
    path = schemas / "acme/one/output.json"
    assert json.loads(path.read_text())["$comment"].startswith("assumed: ")
    path.write_text('{"output": {"type": "object", "properties": {"mesh": {"type": "string"}}}}')
    upstream.models = [entry("acme/one", a=WHOLE)]
    from_catalog()
    assert "mesh" in path.read_text()


def test_a_model_removed_upstream_is_removed_only_with_prune(
    upstream: Upstream, from_catalog: Sync, schemas: Path
) -> None:
    upstream.models = [entry("acme/one"), entry("acme/deep/two")]
    from_catalog("--all")
    upstream.models = [entry("acme/one")]
    result = from_catalog()
    assert "model-gone" in result.out
    assert "acme/deep/two: removed upstream; --prune removes it here" in result.out
    assert (schemas / "acme/deep/two/input.json").is_file()
    from_catalog("--prune", "--yes", "--prune-limit", "50")
    assert not (schemas / "acme/deep").exists()
    assert (schemas / "acme/one/input.json").is_file()


def test_a_model_with_another_id_is_distinguished_from_one_that_is_gone(
    upstream: Upstream, from_catalog: Sync, schemas: Path
) -> None:
    """Among hundreds of others, as `diff` does; the new id is offered, not taken."""
    others = [entry(f"other/m-{n}", **{f"a{n}": TEXT}) for n in range(300)]
    upstream.models = [entry("acme/one", a=TEXT, b=WHOLE), entry("acme/two", c=WHOLE)]
    from_catalog("--all")
    upstream.models = [entry("acme/one-hd", a=TEXT, b=WHOLE), *others]
    result = from_catalog()
    assert "removed upstream; it may have been renamed to `acme/one-hd`" in result.out
    assert "acme/one: perhaps acme/one-hd upstream now; " in result.out
    assert 'put under [renamed] in overrides.toml: "acme/one" = "acme/one-hd"' in result.out
    assert "acme/two: removed upstream; --prune removes it here" in result.out
    from_catalog("--add", "acme/*", "--prune", "--yes", "--prune-limit", "100")
    assert [path.parent.name for path in schemas.rglob("input.json")] == ["one-hd"]


@pytest.mark.parametrize("ids", [("acme/one", "acme/One"), ("acme/one/a", "Acme/two")])
def test_new_ids_that_differ_only_in_case_are_refused(
    ids: tuple[str, str], upstream: Upstream, from_catalog: Sync, schemas: Path
) -> None:
    """macOS and Windows have one folder for both, so that it would be either model's."""
    upstream.models = [*map(entry, ids), entry("other/model")]
    result = from_catalog("--all")
    assert result.status == 1
    for new_id, other_id in (ids, ids[::-1]):
        assert f"{new_id} differs from {other_id} only in case: one folder on macOS" in result.out
    assert [path.parent.name for path in schemas.rglob("input.json")] == ["model"]


def test_names_that_generate_will_refuse_are_reported_and_the_models_are_added(
    upstream: Upstream, from_catalog: Sync, schemas: Path
) -> None:
    text = {"type": "string"}
    with_collision = entry("acme/twice", **{"a-b": text, "a_b": text})
    upstream.models = [with_collision, entry("acme/x-1"), entry("acme/x_1"), entry("acme/fine")]
    result = from_catalog("--all")
    assert len(list(schemas.rglob("input.json"))) == 4
    hint = "generate refuses that, and prints the line of overrides.toml that settles it"
    collisions = [
        diagnostic
        for diagnostic in plan_folder(schemas).diagnostics
        if diagnostic.code == "name-collision"
    ]
    assert len(collisions) == 2
    for problem in collisions:
        assert f"{problem.message}: {hint}" in result.out
    assert "  acme/twice/input.json: Input: the properties 'a-b' and 'a_b' both" in result.out
    assert result.out.count(hint) == 2


def test_settings_of_a_removed_model_are_named(
    upstream: Upstream, from_catalog: Sync, schemas: Path
) -> None:
    """`generate`, and the next `sync`, would refuse them."""
    upstream.models = [entry("acme/one"), entry("acme/two")]
    from_catalog("--all")
    (schemas / "overrides.toml").write_text('["acme/two"]\nmodule = "acme.second"\n')
    del upstream.models[1]
    result = from_catalog("--prune", "--yes", "--prune-limit", "50")
    assert "notes:\n  acme/two: remove its settings from overrides.toml, too: " in result.out


def test_a_new_id_does_not_displace_a_stored_one_of_another_case(
    upstream: Upstream, from_catalog: Sync, schemas: Path
) -> None:
    upstream.models = [entry("acme/one")]
    from_catalog("--all")
    upstream.models.append(entry("acme/One"))
    assert from_catalog().status == 0
    assert "acme/One differs from a stored model only in case" in from_catalog("--all").out
    assert [path.parent.name for path in schemas.rglob("input.json")] == ["one"]


def test_files_that_a_killed_run_left_are_removed_and_no_others(
    upstream: Upstream, from_catalog: Sync, schemas: Path
) -> None:
    upstream.models = [entry("acme/one")]
    from_catalog("--all")
    leftovers = [schemas / ".0123456789abcdef.tmp", schemas / "acme/one/.fedcba9876543210.tmp"]
    other_files = [schemas / ".notes.tmp", schemas / ".git/.0123456789abcdef.tmp"]
    for path in (*leftovers, *other_files):
        path.parent.mkdir(exist_ok=True)
        path.write_text("half")
    from_catalog("--dry-run")
    assert all(path.exists() for path in leftovers)
    from_catalog()
    assert not any(path.exists() for path in leftovers)
    assert all(path.exists() for path in other_files)


@pytest.mark.parametrize("query", ["?search=one", "?category=video", "?kind=model"])
def test_a_filtered_catalog_removes_nothing(
    upstream: Upstream, from_catalog: Sync, sync: Sync, query: str
) -> None:
    upstream.models = [entry("acme/one"), entry("acme/two")]
    from_catalog("--all")
    upstream.models = upstream.models[:1]
    result = sync("--catalog", f"{upstream.url}/v1/models{query}", "--prune")
    note = "only a whole catalog tells what is gone; nothing is removed"
    assert result == CommandResult(0, f"nothing changed; 1 notes\n\nnotes:\n  {note}\n", "")


def test_a_single_model_can_be_synced(upstream: Upstream, sync: Sync, schemas: Path) -> None:
    upstream.models = [entry("acme/Big Model/v1"), entry("acme/two")]
    result = sync("--catalog", f"{upstream.url}/v1/models/acme/Big%20Model/v1", "--all")
    assert result.status == 0, result.err
    assert [path.parent.name for path in schemas.rglob("input.json")] == ["v1"]


def test_a_model_listed_without_a_schema_is_fetched_by_itself(
    upstream: Upstream, from_catalog: Sync, schemas: Path
) -> None:
    full_entry = entry("acme/one")
    upstream.models = [{"model_id": "acme/one"}, entry("acme/two")]
    upstream.pages["/v1/models/acme/one"] = json.dumps(full_entry)
    assert from_catalog("--all").status == 0
    assert json.loads((schemas / "acme/one/input.json").read_text()) == full_entry["input_schema"]


@pytest.mark.parametrize(
    "fault",
    [
        Fault(503),
        Fault(429, {"Retry-After": "0"}),
        Fault(429, {"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}),
        Fault(drop=True),
    ],
)
def test_a_temporary_fault_is_retried(
    upstream: Upstream, from_catalog: Sync, schemas: Path, fault: Fault
) -> None:
    upstream.models = [entry(f"acme/m-{n}") for n in range(201)]
    for offset in (0, 100, 200):
        upstream.faults[page(offset)] = [fault, fault]
    assert from_catalog("--all").status == 0
    assert len(list(schemas.rglob("input.json"))) == 201


def page(offset: int) -> str:
    return f"/v1/models?include_schema=true&limit=100&offset={offset}"


@pytest.mark.parametrize(
    ("fault", "expected_error"),
    [
        (Fault(500), "HTTP 500"),
        (Fault(404), "HTTP 404"),
        (Fault(200, body=b'{"models": [{"model_id": "acme/m-2'), "not JSON"),
        (Fault(200, body=b'{"detail": "gone"}'), "has no list `models`"),
        (Fault(200, body=b'{"models": [], "total": 300}'), "incomplete: 200 of 300"),
        (Fault(200, body=b"\xff"), "decode"),
    ],
)
def test_an_incomplete_catalog_writes_nothing(
    upstream: Upstream, from_catalog: Sync, schemas: Path, fault: Fault, expected_error: str
) -> None:
    upstream.models = [entry(f"acme/m-{n}") for n in range(300)]
    upstream.faults[page(100)] = [fault]
    upstream.stay = True
    result = from_catalog("--all", "--prune")
    assert (result.status, result.out) == (2, "")
    assert expected_error in result.err
    assert "Traceback" not in result.err
    assert not schemas.exists()


@pytest.mark.parametrize(
    ("total", "expected_error"),
    [
        (300, "sends the same page twice"),
        (None, "sends the same page twice"),
        (True, "sends the same page twice"),
        (10**9, "too large: 1000000000 models"),
    ],
)
def test_a_catalog_that_repeats_itself_or_never_ends_is_rejected(
    upstream: Upstream, from_catalog: Sync, schemas: Path, total: object, expected_error: str
) -> None:
    """Every page of this catalog is the first one."""
    first = {"models": [entry(f"acme/m-{n}") for n in range(100)], "total": total}
    repeated = [Fault(200, body=json.dumps(first).encode())]
    upstream.faults = {page(offset): repeated for offset in range(0, 400, 100)}
    upstream.stay = True
    result = from_catalog("--all")
    assert (result.status, result.out) == (2, "")
    assert expected_error in result.err
    assert not schemas.exists()


def test_an_empty_catalog_prunes_nothing(
    upstream: Upstream, from_catalog: Sync, schemas: Path
) -> None:
    upstream.models = [entry("acme/one")]
    from_catalog("--all")
    upstream.models = []
    result = from_catalog("--prune")
    assert result.status == 2
    assert "contains no model" in result.err
    assert (schemas / "acme/one/input.json").is_file()


@pytest.mark.parametrize(
    ("bad", "expected_error"),
    [
        (
            {"model_id": "../../etc/passwd", "input_schema": {"type": "object"}},
            "may contain",
        ),
        ({"model_id": "acme/bad", "input_schema": {"type": "string"}}, "not-an-object"),
        (entry("acme/bad", a={"type": "strin"}), "unknown-type"),
        ({"model_id": "acme/bad", "input_schema": None}, "404"),
        ({"model_id": 5}, "has no model_id"),
        ({"model_id": ""}, "has no model_id"),
        ("acme/bad", "has no model_id"),
    ],
)
def test_one_bad_model_does_not_stop_the_rest(
    upstream: Upstream, from_catalog: Sync, schemas: Path, bad: Any, expected_error: str
) -> None:
    upstream.models = [entry("acme/one"), bad, entry("acme/two")]
    upstream.faults["/v1/models/acme/bad"] = [Fault(404)]
    result = from_catalog("--all")
    assert result.status == 1
    assert expected_error in result.out
    assert sorted(path.parent.name for path in schemas.rglob("input.json")) == ["one", "two"]


def test_a_stored_model_with_a_bad_update_is_not_changed(
    upstream: Upstream, from_catalog: Sync, schemas: Path
) -> None:
    upstream.models = [entry("acme/one")]
    from_catalog("--all")
    before = tree(schemas)
    upstream.models = [entry("acme/one", a={"type": "strin"})]
    assert from_catalog("--prune").status == 1
    assert tree(schemas) == before


def test_a_pattern_that_matches_nothing_is_an_error(
    upstream: Upstream, from_catalog: Sync, schemas: Path
) -> None:
    upstream.models = [entry("acme/one")]
    result = from_catalog("--add", "kling/*")
    assert result.status == 2
    assert "'kling/*' matches no model" in result.err
    assert not schemas.exists()


@pytest.mark.parametrize(
    ("file", "text", "expected_error"),
    [
        ("acme/one/input.json", "{", "invalid-json"),
        ("overrides.toml", '["acme/none"]\nmodule = "x.y"\n', "unused-override"),
        ("overrides.toml", '[verdicts]\n"no-rule" = "breaking"\n', "unknown rule 'no-rule'"),
        ("service.json", "{", "invalid-service"),
    ],
)
def test_a_broken_schemas_folder_is_reported_before_any_request(
    upstream: Upstream, from_catalog: Sync, schemas: Path, file: str, text: str, expected_error: str
) -> None:
    upstream.models = [entry("acme/one")]
    from_catalog("--all")
    (schemas / file).write_text(text)
    before, calls = tree(schemas), len(upstream.calls)
    result = from_catalog()
    assert result.status == 2
    assert expected_error in result.err
    assert (tree(schemas), len(upstream.calls)) == (before, calls)


def test_a_disk_error_is_reported_as_a_partial_sync(
    upstream: Upstream, from_catalog: Sync, schemas: Path
) -> None:
    upstream.models = [entry("acme/one"), entry("acme/two")]
    schemas.joinpath("acme").mkdir(parents=True)
    schemas.joinpath("acme/two").write_text("in the way")
    result = from_catalog("--all")
    assert result.status == 2
    assert "not everything was written: " in result.err
    assert schemas.joinpath("acme/one/input.json").is_file()
