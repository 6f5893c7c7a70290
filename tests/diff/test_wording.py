"""The text of a finding: the difference, the place, and nothing that did not change."""

from __future__ import annotations

from typing import Any

import pytest

from runcomfy_codegen.diff.comparing.change import describe
from runcomfy_codegen.diff.finding import Verdict

from .building import an_input, between, findings_of, model

TEXT, WHOLE = {"type": "string"}, {"type": "integer"}
NULL = {"type": "null"}
LONG = "A description that is the same on both sides for ninety characters or more, and then: "
DURATION = {**WHOLE, "default": 5, "minimum": 1, "title": "Duration", "description": "How long."}
ABOUT = {key: DURATION[key] for key in ("default", "title", "description")}


def test_long_texts_are_shown_from_where_they_differ() -> None:
    limits = ("At most 10 MB.", "At most 5 MB.")
    old, new = ({**TEXT, "description": LONG + limit} for limit in limits)
    (finding,) = between(old, new)
    assert "At most 10 MB." in finding.message
    assert "At most 5 MB." in finding.message


def test_texts_that_can_be_shown_are_shown_as_a_whole() -> None:
    assert describe("title", "One", "Ones") == 'title changed from `"One"` to `"Ones"`'


@pytest.mark.parametrize(
    "nullable",
    [
        {**DURATION, "nullable": True},
        {**DURATION, "type": ["integer", "null"]},
        {**ABOUT, "anyOf": [{**WHOLE, "minimum": 1}, NULL]},
        {"anyOf": [DURATION, NULL]},
    ],
)
def test_an_input_that_becomes_nullable_has_one_finding(nullable: Any) -> None:
    (finding,) = between(DURATION, nullable)
    assert finding.verdict is Verdict.COMPATIBLE
    (finding,) = between(nullable, DURATION)
    assert finding.verdict is Verdict.BREAKING


def test_an_input_that_becomes_required_keeps_its_default() -> None:
    optional, required = an_input(x=DURATION), {**an_input(x=DURATION), "required": ["x"]}
    (finding,) = findings_of(model(optional), model(required))
    assert finding.rule == "input-made-required"
    (finding,) = findings_of(model(required), model(optional))
    assert finding.rule == "input-made-optional"


MAP = {"type": "object", "additionalProperties": WHOLE}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({**WHOLE, "default": 1}, {**WHOLE, "default": 1.0}),
        ({**MAP, "default": {"w": 1, "h": 2}}, {**MAP, "default": {"h": 2, "w": 1}}),
        ({**WHOLE, "maximum": 5}, {"maximum": 5.0, **WHOLE}),
    ],
)
def test_values_that_are_equal_as_json_give_no_finding(old: Any, new: Any) -> None:
    assert between(old, new) == []


def numbers(kind: str, make: type) -> Any:
    values = [make(number) for number in range(1, 13)]
    return {"type": kind, "enum": values, "default": values[0]}


def test_an_enum_of_another_type_is_one_finding() -> None:
    (finding,) = between(numbers("integer", int), numbers("string", str))
    assert finding.rule == "type-changed"
    untyped = ({"enum": numbers("", make)["enum"]} for make in (int, str))
    (finding,) = between(*untyped)
    assert (finding.rule, finding.after[:2]) == ("enum-value-gone", ["1", "2"])


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ({**TEXT, "format": "image_uri"}, TEXT, "/properties/image/format"),
        ({**TEXT, "contentSchema": {}}, {**TEXT, "contentSchema": True}, "/contentSchema"),
    ],
)
def test_a_change_without_effect_names_its_place(old: Any, new: Any, place: str) -> None:
    (finding,) = findings_of(model(an_input(image=old)), model(an_input(image=new)))
    assert finding.verdict is Verdict.WORDS
    assert finding.place.pointer.endswith(place)


def test_changes_in_several_places_are_reported_at_their_common_parent() -> None:
    old, new = ({**an_input(x=TEXT), "$defs": {name: WHOLE}} for name in "AB")
    (finding,) = findings_of(model(old), model(new))
    assert str(finding.place) == "input.json#/$defs"
    assert "`/$defs/A`, `/$defs/B`" in finding.message


def test_a_page_in_another_language_says_that_texts_were_not_compared() -> None:
    texts = ("The seed that is used for the image", "Il seme che deve essere usato per la immagine")
    (finding,) = between(*({**WHOLE, "description": text} for text in texts))
    assert finding.message == "1 text changed from en to it: not compared"
