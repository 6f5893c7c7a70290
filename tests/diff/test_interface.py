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


def defining(schema: Any, **definitions: Any) -> Any:
    return {**schema, "$defs": definitions}


def titled(*titles: str) -> Any:
    """Return a union of objects that only their titles tell apart."""
    members = [{**an_input(a=WHOLE), "title": title} for title in titles]
    return an_input(x={"anyOf": members})


RENAMES: dict[str, tuple[Any, Any, str, str]] = {
    "a definition": (
        defining(an_input(x=TO_A), A=PAIR),
        defining(an_input(x=TO_B), B=PAIR),
        "A",
        "B",
    ),
    "an object that moves to the definitions": (
        an_input(x=PAIR),
        defining(an_input(x=TO_A), A=PAIR),
        "X",
        "A",
    ),
    "items that move there": (
        an_input(x={"type": "array", "items": PAIR}),
        defining(an_input(x={"type": "array", "items": TO_A}), A=PAIR),
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


def renamed(findings: list[Finding]) -> Finding:
    (finding,) = [one for one in findings if one.rule == "class-gone"]
    return finding


@CASES
def test_a_class_that_is_called_something_else_is_breaking(
    old: Any, new: Any, before: str, after: str
) -> None:
    finding = renamed(findings_of(model(old), model(new)))
    assert (finding.verdict, finding.before, finding.after) == (Verdict.BREAKING, before, after)


@CASES
def test_the_hint_keeps_the_name_when_it_is_pasted(
    old: Any, new: Any, before: str, after: str
) -> None:
    finding = renamed(findings_of(model(old), model(new)))
    overrides = pasted(finding.hint)
    rest = findings_of(model(old), model(new), overrides=overrides)
    assert not {"class-gone", "class-changed"} & {one.rule for one in rest}


A_OR_B: dict[str, Any] = {"type": "string", "enum": ["a", "b"]}
RENAMED_ENUMS: dict[str, tuple[Any, str]] = {
    "it moves to the definitions": (
        defining(an_input(style={"$ref": "#/$defs/Mode"}), Mode=A_OR_B),
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
    found = findings_of(model(old), model(new))
    (finding,) = [one for one in found if one.rule == "enum-renamed"]
    assert (finding.verdict, finding.before, finding.after) == (Verdict.BREAKING, "Style", after)
    rest = findings_of(model(old), model(new), overrides=pasted(finding.hint))
    assert "enum-renamed" not in {one.rule for one in rest}


def test_an_enum_whose_name_an_attribute_takes_has_another_one() -> None:
    old, new = an_input(style=A_OR_B), an_input(style=A_OR_B, Style=TEXT)
    (finding,) = [one for one in findings_of(model(old), model(new)) if one.rule == "enum-renamed"]
    assert (finding.before, finding.after, finding.hint) == ("Style", "Style_", "")


def test_an_enum_that_takes_any_text_now_loses_its_name_which_breaks_imports() -> None:
    """Calls work as before; code that imports the type does not run, as for any other name."""
    found = findings_of(model(an_input(style=A_OR_B)), model(an_input(style=TEXT)))
    assert {one.rule: one.verdict for one in found} == {
        "enum-dropped": Verdict.COMPATIBLE,
        "enum-name-gone": Verdict.BREAKING,
    }


def test_an_enum_beside_null_keeps_its_name() -> None:
    new = an_input(style={"anyOf": [A_OR_B, {"type": "null"}]})
    found = findings_of(model(an_input(style=A_OR_B)), model(new))
    assert not [one for one in found if one.rule.startswith("enum-")]


def pasted(hint: str) -> Overrides:
    _, _, line = hint.partition(": ")
    table = tomllib.loads(line)
    return Overrides(models={name: read_table(value)[0] for name, value in table.items()})


def test_a_name_that_an_attribute_has_is_not_offered() -> None:
    style = {"style": an_input(w=WHOLE)}
    finding = renamed(findings_of(model(an_input(**style)), model(an_input(**style, Style=TEXT))))
    assert (finding.before, finding.after, finding.hint) == ("Style", "Style_", "")


def test_another_language_renames_nothing_that_can_be_distinguished() -> None:
    def a_union(one: str, other: str) -> ModelDocuments:
        members = [{**an_input(a=WHOLE), "title": one}, {**an_input(b=WHOLE), "title": other}]
        return model(an_input(x={"anyOf": members}))

    found = findings_of(a_union("By URL", "By name"), a_union("Per URL", "Per nome"))
    assert {one.verdict for one in found} == {Verdict.WORDS}


def test_an_input_that_takes_another_class_is_breaking() -> None:
    """The old class is still there, so its import works, but what is made of it is refused."""
    old = defining(an_input(x=TO_A, y=TO_A), A=PAIR)
    new = defining(an_input(x=TO_A, y=PAIR), A=PAIR)
    findings = findings_of(model(old), model(new))
    assert [(one.rule, one.before, one.after) for one in findings if one.verdict > 2] == [
        ("class-changed", "A", "Y")
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TO_A, {"allOf": [TO_A]}),
        ({"allOf": [TO_A]}, TO_A),
        ({**TO_A, "description": "d"}, {"allOf": [TO_A], "description": "d"}),
    ],
)
def test_a_detour_changes_nothing_for_callers(old: Any, new: Any) -> None:
    pair = (defining(an_input(x=one), A=PAIR) for one in (old, new))
    (finding,) = findings_of(*map(model, pair))
    assert (finding.rule, str(finding.place)) == ("rewritten", "input.json#/properties/x")


def test_a_property_that_moves_between_the_members_of_all_of_is_the_same() -> None:
    def a_model(base: Any, own: Any) -> ModelDocuments:
        return model(defining(an_input(x={"allOf": [TO_A, own]}), A=base))

    old = a_model(an_input(a=WHOLE), an_input(b=WHOLE, c=WHOLE))
    new = a_model(an_input(a=WHOLE, b=WHOLE), an_input(c=WHOLE))
    assert {one.verdict for one in findings_of(old, new)} == {Verdict.WORDS}


def test_a_real_change_behind_a_detour_is_called_what_it_is() -> None:
    def a_model(limit: int) -> ModelDocuments:
        base = an_input(a={**WHOLE, "maximum": limit}, b=WHOLE)
        return model(defining(an_input(x={"allOf": [TO_A, an_input(c=WHOLE)]}), A=base))

    (finding,) = findings_of(a_model(5), a_model(4))
    where = "input.json#/$defs/A/properties/a/maximum"
    assert (finding.rule, str(finding.place)) == ("maximum-lowered", where)


def test_a_class_of_the_output_that_is_gone_is_breaking() -> None:
    """No caller reads another value, but the import fails."""
    old, new = (model(an_input(), an_output(x=x)) for x in ({"anyOf": [PAIR, TEXT]}, TEXT))
    assert {one.rule for one in findings_of(old, new)} == {"output-narrowed", "class-gone"}
