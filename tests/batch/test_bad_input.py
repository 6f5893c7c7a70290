"""Bad input is an error that says what to do: nothing is sent, nothing is lost."""

from __future__ import annotations

import asyncio
import json
import os
from pathlib import Path
from typing import Any

import pytest

from runcomfy_models.kling.kling_3_0.standard import image_to_video
from runcomfy_models.runwayml.runway_aleph import video_to_video
from tests.batch.table import Table
from tests.journal.jobs import VIDEO, inputs


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"budget": "-1"}, 'budget has to be an amount of US dollars, such as "25.00"'),
        ({"budget": "a lot"}, "budget has to be an amount"),
        ({"budget": True}, "budget has to be an amount"),
        ({"budget": "NaN"}, "budget has to be an amount"),
        ({"budget_per_day": "1e99"}, "budget_per_day has to be an amount"),
        ({"cost_at_most": [1]}, "cost_at_most has to be an amount"),
        ({"at_once": 0}, "at_once has to be a number of at least 1"),
        ({"retries": -1}, "retries has to be a number of at least 0"),
        ({"submit_per_minute": 0}, "submit_per_minute has to be a number"),
        ({"files": "out/{name}{suffix}"}, r"has {name}: there are {key}, {model}"),
        ({"files": "out/{key.__class__}"}, r"there are {key}, {model}"),
        ({"files": "out/{key!r}"}, r"there are {key}, {model}"),
        ({"files": "out/{key"}, "not readable"),
        ({"files": "../{key}{suffix}"}, r"leaves its folder: give it without \.\."),
        ({"files": "out/"}, "names a folder"),
        ({"receipts": True}, "receipts are written beside files"),
        ({"files": f"{__file__}/{{key}}{{suffix}}"}, r"stored in .*: .*\.py is a file"),
        ({"files": f"{__file__}/more/{{key}}/x"}, r"\.py/more: .*test_bad_input\.py is a file"),
        ({"files": 5}, "files has to be a template such as"),
        ({"on_change": 5}, "on_change has to be a function"),
        ({"on_change": asyncio.sleep}, "on_change has to be a plain function"),
        ({"on_interrupt": "stop"}, "on_interrupt has to be one of detach, cancel"),
    ],
)
def test_an_invalid_option_is_refused(table: Table, options: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message), table.batch(**options):
        pass
    assert not table.sent


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything can be written to")
def test_a_folder_that_cannot_be_written_to_is_reported_before_a_job_is_paid_for(
    table: Table, tmp_path: Path
) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    with pytest.raises(ValueError, match="locked cannot be written to"):
        table.run(files=locked / "out" / "{key}{suffix}")
    assert not table.sent


def test_an_unknown_option_is_refused(table: Table) -> None:
    with (
        pytest.raises(TypeError, match="unknown option 'concurrency'"),
        table.batch(concurrency=5),
    ):
        pass


def test_a_budget_without_any_known_cost_is_refused(table: Table) -> None:
    with table.batch(budget="5") as batch, pytest.raises(ValueError, match="cost_at_most=…"):
        list(batch.run())
    assert not table.sent


def test_a_key_that_is_given_twice_with_other_inputs_is_a_problem(table: Table) -> None:
    with table.batch(["a"]) as batch:
        batch.add(video_to_video, key="a", **inputs("another"))
        batch.add(video_to_video, key="a", **inputs("a"))  # the same inputs again
        [problem] = batch.plan().problems
        assert "stands for other inputs in row 1: give it another key" in problem.message
        assert [entry.key for entry in batch.run()] == ["a"]
    assert table.sent == 1


def test_a_key_that_an_earlier_run_used_for_other_inputs_is_a_problem(table: Table) -> None:
    table.run(["a"])
    with table.batch([]) as batch:
        batch.add(video_to_video, key="a", **inputs("another"))
        [problem] = batch.plan().problems
        assert "used before for other inputs" in problem.message
        assert not list(batch.run())
    assert table.sent == 1


@pytest.mark.parametrize("key", [None, "", " ", True])
def test_a_row_without_a_key_is_a_problem(table: Table, key: object) -> None:
    with table.batch([]) as batch:
        batch.add(video_to_video, key=key, **inputs())
        assert "row 1: key: it has no key" in str(batch.plan())


@pytest.mark.parametrize(
    ("template", "keys"),
    [("out/all{suffix}", ["a", "b"]), ("{key}{suffix}", ["a/b", "a_b"]), ("{key}", ["A", "a"])],
)
def test_a_template_that_gives_two_jobs_one_name_is_a_problem(
    table: Table, template: str, keys: list[str]
) -> None:
    with table.batch(keys, files=table.folder / template) as batch:
        [problem] = batch.plan().problems
    assert "its files have the same names" in problem.message


@pytest.mark.parametrize("key", ["../../x", "/etc/passwd", "..", ".hidden", "a\0b", "con"])
def test_a_key_never_leaves_the_folder(table: Table, key: str) -> None:
    [path] = table.run([key], files=table.files)[key].paths
    assert path.parent == table.folder / "out"


def test_an_unknown_model_is_refused(table: Table) -> None:
    with table.batch([]) as batch:
        with pytest.raises(LookupError, match="did you mean"):
            batch.add("runwayml/runway-alef/video-to-video", key="a", **inputs())
        with pytest.raises(TypeError, match="give a model's module"):
            batch.add(json, key="a")
        with pytest.raises(TypeError, match="not both"):
            batch.add(video_to_video, video_to_video.Input(**inputs()), key="a", prompt="x")


def csv_file(table: Table, text: str, encoding: str = "utf-8") -> Path:
    path = table.folder / "rows.csv"
    path.write_text(text, encoding)
    return path


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("prompt,video_url,ratio", "the column 'key' is missing"),
        ("key,prompt,ratio", "the column 'video_url' is missing"),
        ("key,prompt,video_url,ratio,colour", "the column 'colour' is not an input of the model"),
        ("key,prompt,video_url,ratio,prompt", "the column 'prompt' is there twice"),
        ("", "the column 'key' is missing"),
        ('key,"pro"mpt', "rows.csv: the first line is not CSV: ',' expected after"),
        ('key,"prompt', "rows.csv: the first line is not CSV: unexpected end of data"),
        ("x" * 200_000, "rows.csv: the first line is not CSV: field larger than"),
    ],
)
def test_a_csv_file_with_wrong_columns_is_refused(table: Table, head: str, message: str) -> None:
    with table.batch([]) as batch, pytest.raises(ValueError, match=message):
        batch.add_rows(video_to_video, csv_file(table, f"{head}\n"))


ROWS = f"key,prompt,video_url,ratio\na,x,{VIDEO},1280:720\n"


@pytest.mark.parametrize(
    ("row", "key", "column", "message"),
    [
        (f"b,y,{VIDEO},9:9", "b", "ratio", "Input should be"),
        ("b,y", "b", "video_url", "is missing: the row has 2 cells, the first line 4"),
        (f"b,y,{VIDEO},1280:720,more", "b", "", "the row has 5 cells, the first line 4"),
        (f'b,"y" z,{VIDEO},1280:720', "", "prompt", "is not CSV: ',' expected after '\"'"),
        (f'"b"c,y,{VIDEO},1280:720', "", "key", "is not CSV"),
        (f'b,"\n","{VIDEO}"x,1280:720', "", "video_url", "is not CSV"),
        (f"b,\udcff,{VIDEO},1280:720", "b", "prompt", "is not UTF-8"),
        (f"b\udcff,y,{VIDEO},1280:720", "", "key", "is not UTF-8"),
        (f",y,{VIDEO},1280:720", "", "key", "it has no key"),
    ],
)
def test_a_broken_row_of_a_csv_file_is_reported_and_the_others_are_run(
    table: Table, row: str, key: str, column: str, message: str
) -> None:
    path = table.folder / "rows.csv"
    text = f"{ROWS}\n{row}\nc,z,{VIDEO},1280:720\n"
    path.write_text(text, "utf-8", errors="surrogateescape")
    with table.batch([]) as batch:
        batch.add_rows(video_to_video, path)
        [problem] = batch.plan().problems
        assert (problem.row, problem.key, problem.column) == ("rows.csv:4", key, column)
        assert message in problem.message
        assert {entry.key for entry in batch.run() if entry.state == "done"} == {"a", "c"}


LONG = "x" * 200_000


@pytest.mark.parametrize(
    ("row", "column", "message"),
    [
        (f'b,"a "big" one\nc,z,{VIDEO},1280:720",{VIDEO},1280:720', "prompt", "',' expected"),
        (f'b,"she said "yes\nc,z,{VIDEO},1280:720",{VIDEO},1280:720', "prompt", "',' expected"),
        (f'b,"a "big, red\nc,z,{VIDEO},1280:720",{VIDEO}', "prompt", "',' expected"),
        (f'b,y,{VIDEO},"1280"\u2028x\nc,z,{VIDEO},1280:720"', "ratio", "',' expected"),
        (f'b,"{LONG}\nc,z,{VIDEO},1280:720",{VIDEO},1280:720', "prompt", "a cell is too long"),
        (f"b,{LONG},{VIDEO},1280:720", "prompt", "a cell is too long"),
    ],
    ids=["quotes in a line", "quotes over lines", "a comma", "last cell", "long", "no quotes"],
)
def test_the_lines_of_a_broken_cell_are_not_read_as_rows(
    table: Table, row: str, column: str, message: str
) -> None:
    """Otherwise, each line would be a job, and be paid for."""
    with table.batch([]) as batch:
        batch.add_rows(video_to_video, csv_file(table, f"{ROWS}{row}\nd,z,{VIDEO},1280:720\n"))
        [problem] = batch.plan().problems
        assert {entry.key for entry in batch.run() if entry.state == "done"} == {"a"}
    assert (problem.row, problem.column) == ("rows.csv:3", column)
    assert problem.message.startswith(f"is not CSV: {message}")
    assert problem.message.endswith("; no line after it was read")


def test_after_an_unclosed_quote_the_rest_of_the_file_is_not_read(table: Table) -> None:
    with table.batch([]) as batch:
        batch.add_rows(video_to_video, csv_file(table, f'{ROWS}b,"y,{VIDEO}\nc,z\n'))
        [problem] = batch.plan().problems
    assert str(problem) == "rows.csv:3: prompt: is not CSV: a quote is not closed"


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        ("{", "", "is not JSON: Expecting property name enclosed in double quotes at character 3"),
        ("[]", "", "is not a JSON object"),
        ("[" * 100_000, "", "is nested too deeply"),
        ("1" * 5000, "", "is not JSON: Exceeds the limit"),
        ('{"key": "b", "prompt": "x", "prompt": "y"}', "prompt", "is there twice"),
        ('{"key": "b", "prompt": "\udcff"}', "prompt", "is not UTF-8"),
        (json.dumps({"key": "b", **inputs("b"), "more": 1}), "more", "Extra inputs"),
        (json.dumps(inputs("b")), "key", "it has no key"),
    ],
)
def test_a_broken_line_of_json_is_reported_and_the_others_are_run(
    table: Table, line: str, column: str, message: str
) -> None:
    rows = [json.dumps({"key": key, **inputs(key)}) for key in ("a", "c")]
    path = table.folder / "rows.jsonl"
    text = "\n".join([rows[0], "", line, rows[1]])
    path.write_text(text, "utf-8", errors="surrogateescape")
    with table.batch([]) as batch:
        batch.add_rows(video_to_video, path)
        [problem] = batch.plan().problems
        assert (problem.row, problem.column) == ("rows.jsonl:3", column)
        assert message in problem.message
        assert {entry.key for entry in batch.run() if entry.state == "done"} == {"a", "c"}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_csv_texts_are_read_by_the_types_of_the_schema(
    table: Table, delimiter: str, encoding: str
) -> None:
    head = ["key", "prompt", "start_image_url", "duration", "generate_audio", "multi_prompt"]
    cells = ["k", "5", "https://example.com/i.png", "7", "FALSE", '"[{""duration"": 7}]"']
    blank = ["l", "true", "https://example.com/i.png", "", "", ""]
    text = "\n".join(delimiter.join(row) for row in (head, cells, blank))
    with table.batch([]) as batch:
        batch.add_rows(image_to_video, csv_file(table, text, encoding))
        entries = {entry.key: entry.inputs for entry in batch.run()}
    assert entries["k"] == {
        "prompt": "5",
        "start_image_url": "https://example.com/i.png",
        "duration": 7,
        "generate_audio": False,
        "multi_prompt": [{"duration": 7}],
    }
    assert entries["l"] == {"prompt": "true", "start_image_url": "https://example.com/i.png"}


def test_the_problem_of_a_cell_that_is_not_json_says_why(table: Table) -> None:
    head, url = "key,prompt,start_image_url,multi_prompt", "https://example.com/i.png"
    with table.batch([]) as batch:
        rows = f'{head}\nk,x,{url},"[{{""prompt"": ""a"", ""prompt"": ""b""}}]"\nl,x,{url},[\n'
        batch.add_rows(image_to_video, csv_file(table, rows))
        twice, broken = batch.plan().problems
    assert (
        str(twice) == "rows.csv:2 (k): multi_prompt: Input should be JSON: 'prompt' is there twice"
    )
    assert str(broken).startswith("rows.csv:3 (l): multi_prompt: Input should be JSON: Expecting")


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (None, "a table is a path or an iterable of dicts, not NoneType"),
        ({"key": "a"}, "a table is a path or an iterable of dicts, not one dict"),
        (["a,b"], "row 1 has to be a dict, not str"),
        ([video_to_video.Input(**inputs("a"))], "row 1 has to be a dict, not Input"),
    ],
)
def test_rows_that_are_not_dicts_are_refused(table: Table, rows: Any, message: str) -> None:
    with table.batch([]) as batch, pytest.raises(TypeError, match=message):
        batch.add_rows(video_to_video, rows)


@pytest.mark.parametrize(
    ("key", "message"),
    [(None, "it has no key"), (" ", "it has no key"), ("\ud800", "is not UTF-8")],
)
def test_an_invalid_key_is_a_problem_of_its_row(table: Table, key: object, message: str) -> None:
    with table.batch([]) as batch:
        batch.add(video_to_video, key=key, **inputs("a"))
        assert [problem.message for problem in batch.plan().problems] == [message]


def test_a_table_in_another_format_is_refused(table: Table) -> None:
    with table.batch([]) as batch, pytest.raises(ValueError, match=r"end in \.csv or \.jsonl"):
        batch.add_rows(video_to_video, "rows.xlsx")


def test_a_local_file_that_changes_before_it_is_sent_is_refused(table: Table) -> None:
    from runcomfy_models.testing.sample_files import sample

    picture = table.folder / "i.png"
    picture.write_bytes(sample("png"))
    with table.batch([]) as batch:
        batch.add(image_to_video, key="k", prompt="x", start_image_url=picture)
        batch.add(image_to_video, key="l", prompt="y", start_image_url=picture)
        picture.write_bytes(sample("png") + b"more")
        entries = list(batch.run())
    assert {entry.state for entry in entries} == {"refused"}
    assert "has changed since it was checked" in str(entries[0].error)
    assert not table.sent
