"""Entries of `accepted.toml` that a release removes: the others stay as they were written."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from runcomfy_codegen.reading.accepted import load_accepted
from runcomfy_codegen.reading.files import ACCEPTED_FILE
from runcomfy_codegen.releases.pending import without_entries

ENTRY = """[[accepted]]
rule = "maximum-lowered"
model = "a/m"
pointer = "input.json#/properties/{name}/maximum"
until = 2027-12-31
why = {why}
"""

TEXTS = {
    "a comment inside": ENTRY.replace("model", "# because\nmodel", 1),
    "a blank line inside": ENTRY.replace("model", "\n\nmodel", 1),
    "a comment beside": ENTRY.replace('"a/m"', '"a/m"  # [[accepted]]'),
    "as it is": ENTRY,
}

REASONS = {
    "one line": '"x"',
    "three lines": '"""x\n\ny"""',
    "like a table": '"""\n[[accepted]]\nrule = 1\n"""',
    "a separator of lines": '"x\u2028[[accepted]]"',
}


@pytest.mark.parametrize("why", REASONS.values(), ids=REASONS)
@pytest.mark.parametrize("form", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("removed", range(3))
def test_an_entry_is_removed_as_a_whole_and_no_other_is(
    form: str, why: str, removed: int, tmp_path: Path
) -> None:
    texts = [f"# about {name}\n{form.format(name=name, why=why)}\n" for name in "abc"]
    (tmp_path / ACCEPTED_FILE).write_text("".join(texts), "utf-8")
    accepted, _ = load_accepted(tmp_path)
    text = without_entries("".join(texts), [accepted.entries[removed]])
    rows = tomllib.loads("".join(texts))["accepted"]
    assert tomllib.loads(text)["accepted"] == [*rows[:removed], *rows[removed + 1 :]]
    assert [f"# about {name}" in text for name in "abc"] == [True] * 3


def test_a_list_in_one_line_stays(tmp_path: Path) -> None:
    row = '{rule="a", model="b", pointer="c", until=2027-12-31, why="d"}'
    text = f"accepted = [{row}, {row}]\n"
    (tmp_path / ACCEPTED_FILE).write_text(text, "utf-8")
    accepted, _ = load_accepted(tmp_path)
    assert without_entries(text, accepted.entries[:1]) == text
