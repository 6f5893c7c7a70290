"""Names and classes of the Python that callers import: what is renamed is breaking."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from runcomfy_codegen.diff.finding import Finding, Verdict
from runcomfy_codegen.reading.documents import ModelDocuments
from runcomfy_codegen.reading.model_overrides import read_table
from runcomfy_codegen.reading.overrides import Overrides

from .building import an_input, an_output, findings_of, model

TEXT, WHOLE = {"type": "string"}, {"type": "integer"}
PAIR = an_input(a=WHOLE, b=WHOLE)
TO_A, TO_B = {"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}


def with_definitions(schema: Any, **definitions: Any) -> Any:
    return {**schema, "$defs": definitions}


def titled(*titles: str) -> Any:
    """Return a union of objects that only their titles tell apart."""
    members = [{**an_input(a=WHOLE), "title": title} for title in titles]
    return an_input(x={"anyOf": members})


RENAMES: dict[str, tuple[Any, Any, str, str]] = {
    "a definition": (
        with_definitions(an_input(x=TO_A), A=PAIR),
        with_definitions(an_input(x=TO_B), B=PAIR),
        "A",
        "B",
    ),
    "an object that moves to the definitions": (
        an_input(x=PAIR),
        with_definitions(an_input(x=TO_A), A=PAIR),
        "X",
        "A",
    ),
    "items that move there": (
        an_input(x={"type": "array", "items": PAIR}),
        with_definitions(an_input(x={"type": "array", "items": TO_A}), A=PAIR),
        "XItem",
        "A",
    ),
    "the first of two members of a union": (
        an_input(size=an_input(w=WHOLE)),
        an_input(size={"anyOf": [an_input(w=WHOLE), an_input(h=WHOLE)]}),
        "Size",
        "SizeW",
    ),
    "titles that alone tell two members apart": (
        titled("One", "Two"),
        titled("Uno", "Two"),
        "XOne",
        "XUno",
    ),
}
"""Renames: an input before and after, and the class before and after."""

CASES = pytest.mark.parametrize(("old", "new", "before", "after"), RENAMES.values(), ids=RENAMES)


def class_gone_finding(findings: list[Finding]) -> Finding:
    (finding,) = [candidate for candidate in findings if candidate.rule == "class-gone"]
    return finding


@CASES
def test_a_class_that_is_called_something_else_is_breaking(
    old: Any, new: Any, before: str, after: str
) -> None:
    finding = class_gone_finding(findings_of(model(old), model(new)))
    assert (finding.verdict, finding.before, finding.after) == (Verdict.BREAKING, before, after)


@CASES
def test_the_hint_keeps_the_name_when_it_is_pasted(
    old: Any, new: Any, before: str, after: str
) -> None:
    finding = class_gone_finding(findings_of(model(old), model(new)))
    overrides = pasted(finding.hint)
    rest = findings_of(model(old), model(new), overrides=overrides)
    assert not {"class-gone", "class-changed"} & {other.rule for other in rest}


A_OR_B: dict[str, Any] = {"type": "string", "enum": ["a", "b"]}
RENAMED_ENUMS: dict[str, tuple[Any, str]] = {
    "it moves to the definitions": (
        with_definitions(an_input(style={"$ref": "#/$defs/Mode"}), Mode=A_OR_B),
        "Mode",
    ),
    "it moves into a list": (
        an_input(style={"type": "array", "items": A_OR_B}),
        "StyleItem",
    ),
}


@pytest.mark.parametrize(("new", "after"), RENAMED_ENUMS.values(), ids=RENAMED_ENUMS)
def test_an_enum_that_is_called_something_else_is_breaking_and_its_hint_keeps_the_name(
    new: Any, after: str
) -> None:
    old = an_input(style=A_OR_B)
    findings = findings_of(model(old), model(new))
    (finding,) = [candidate for candidate in findings if candidate.rule == "enum-renamed"]
    assert (finding.verdict, finding.before, finding.after) == (Verdict.BREAKING, "Style", after)
    rest = findings_of(model(old), model(new), overrides=pasted(finding.hint))
    assert "enum-renamed" not in {candidate.rule for candidate in rest}


def test_an_enum_is_renamed_if_an_attribute_takes_its_name() -> None:
    old, new = an_input(style=A_OR_B), an_input(style=A_OR_B, Style=TEXT)
    (finding,) = [
        candidate
        for candidate in findings_of(model(old), model(new))
        if candidate.rule == "enum-renamed"
    ]
    assert (finding.before, finding.after, finding.hint) == ("Style", "Style_", "")


def test_an_enum_that_becomes_any_text_loses_its_name_which_breaks_imports() -> None:
    """Calls work as before; code that imports the type does not run, as for any other name."""
    findings = findings_of(model(an_input(style=A_OR_B)), model(an_input(style=TEXT)))
    assert {finding.rule: finding.verdict for finding in findings} == {
        "enum-dropped": Verdict.COMPATIBLE,
        "enum-name-gone": Verdict.BREAKING,
    }


def test_an_enum_beside_null_keeps_its_name() -> None:
    new = an_input(style={"anyOf": [A_OR_B, {"type": "null"}]})
    findings = findings_of(model(an_input(style=A_OR_B)), model(new))
    assert not [finding for finding in findings if finding.rule.startswith("enum-")]


def pasted(hint: str) -> Overrides:
    _, _, line = hint.partition(": ")
    table = tomllib.loads(line)
    return Overrides(models={name: read_table(value)[0] for name, value in table.items()})


def test_the_hint_offers_no_name_that_an_attribute_has() -> None:
    style = {"style": an_input(w=WHOLE)}
    finding = class_gone_finding(
        findings_of(model(an_input(**style)), model(an_input(**style, Style=TEXT)))
    )
    assert (finding.before, finding.after, finding.hint) == ("Style", "Style_", "")


def test_translated_titles_rename_no_class_that_can_be_distinguished_without_them() -> None:
    def a_union(first_title: str, second_title: str) -> ModelDocuments:
        members = [
            {**an_input(a=WHOLE), "title": first_title},
            {**an_input(b=WHOLE), "title": second_title},
        ]
        return model(an_input(x={"anyOf": members}))

    findings = findings_of(a_union("By URL", "By name"), a_union("Per URL", "Per nome"))
    assert {finding.verdict for finding in findings} == {Verdict.WORDS}


def test_an_input_that_takes_another_class_is_breaking() -> None:
    """The old class is still there, so its import works, but its instances are refused."""
    old = with_definitions(an_input(x=TO_A, y=TO_A), A=PAIR)
    new = with_definitions(an_input(x=TO_A, y=PAIR), A=PAIR)
    findings = findings_of(model(old), model(new))
    assert [
        (finding.rule, finding.before, finding.after) for finding in findings if finding.verdict > 2
    ] == [("class-changed", "A", "Y")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TO_A, {"allOf": [TO_A]}),
        ({"allOf": [TO_A]}, TO_A),
        ({**TO_A, "description": "d"}, {"allOf": [TO_A], "description": "d"}),
    ],
)
def test_a_reference_inside_all_of_changes_nothing_for_callers(old: Any, new: Any) -> None:
    pair = (with_definitions(an_input(x=schema), A=PAIR) for schema in (old, new))
    (finding,) = findings_of(*map(model, pair))
    assert (finding.rule, str(finding.place)) == ("rewritten", "input.json#/properties/x")


def test_a_property_that_moves_between_the_members_of_all_of_is_the_same() -> None:
    def a_model(base: Any, own: Any) -> ModelDocuments:
        return model(with_definitions(an_input(x={"allOf": [TO_A, own]}), A=base))

    old = a_model(an_input(a=WHOLE), an_input(b=WHOLE, c=WHOLE))
    new = a_model(an_input(a=WHOLE, b=WHOLE), an_input(c=WHOLE))
    assert {finding.verdict for finding in findings_of(old, new)} == {Verdict.WORDS}


def test_a_change_behind_a_reference_inside_all_of_falls_under_its_own_rule() -> None:
    def a_model(limit: int) -> ModelDocuments:
        base = an_input(a={**WHOLE, "maximum": limit}, b=WHOLE)
        return model(with_definitions(an_input(x={"allOf": [TO_A, an_input(c=WHOLE)]}), A=base))

    (finding,) = findings_of(a_model(5), a_model(4))
    expected_place = "input.json#/$defs/A/properties/a/maximum"
    assert (finding.rule, str(finding.place)) == ("maximum-lowered", expected_place)


def test_a_class_of_the_output_that_is_gone_is_breaking() -> None:
    """No caller reads another value, but the import fails."""
    old, new = (model(an_input(), an_output(x=x)) for x in ({"anyOf": [PAIR, TEXT]}, TEXT))
    assert {finding.rule for finding in findings_of(old, new)} == {"output-narrowed", "class-gone"}
