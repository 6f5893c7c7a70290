"""The entries of `rules.toml`: their form, their quotes, their examples; all with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.rules import SENTENCE, entry, errors, plan_with_rules

GOOD = {
    "id": '"one"',
    "at": '"input.json#/properties/parts"',
    "quote": f'"{SENTENCE}"',
    "rule": '"duration == 10"',
    "message": '"no"',
    "fits": "[{ duration = 10 }]",
    "breaks": "[{ duration = 9 }]",
}


def toml(**changes: str | None) -> str:
    fields = {**GOOD, **changes}
    lines = [f"{key} = {value}" for key, value in fields.items() if value is not None]
    return '\n[["acme/one"]]\n' + "\n".join(lines) + "\n"


def test_a_good_entry_is_accepted(tmp_path: Path) -> None:
    plan = plan_with_rules(tmp_path, toml())
    assert plan.is_valid
    assert [rule.id for rule in plan.models[0].rules] == ["one"]


@pytest.mark.parametrize(
    ("rules", "why"),
    [
        (toml(id=None), "lacks id"),
        (toml(fits=None), "lacks fits"),
        (toml(breaks=None), "lacks breaks"),
        (toml(quote=None), "lacks quote"),
        (toml(fits="[]"), "fits is not a list, or is empty"),
        (toml(id='"One Two"'), "id must consist of lower-case words"),
        (toml(quote="5"), "quote is not a text"),
        (toml(extra="5"), "has an unknown key 'extra'"),
        (toml(quotes="5"), "has an unknown key 'quotes'; did you mean 'quote'?"),
        (toml(accepts='["image/png"]'), "needs one of rule, accepts and none"),
        (toml(rule=None), "needs one of rule, accepts and none"),
        (toml(none='"because"'), "needs one of rule, accepts and none"),
        (toml(at='"output.json#/output"'), "rules are about inputs"),
        (toml(at='"input.json#/properties/gone"'), "input.json#/properties/gone does not exist"),
        (toml(fits="[{ duration = 9 }]"), "fits[0] breaks the rule: {'duration': 9}"),
        (toml(breaks="[{ duration = 10 }]"), "breaks[0] fits the rule"),
        (toml(breaks="[{ prompt = 'x' }]"), "breaks[0] fits the rule"),
        (toml(fits="[{ duraton = 9 }]"), "fits[0]: 'duraton' does not exist"),
        (toml(fits="[{ duration = '9' }]"), "fits[0]: '9' is not a number"),
        (toml(fits="[{ duration = true }]"), "fits[0]: True is not a number"),
        ("\n['acme/one']\nid = 'one'", 'rules are written as [["acme/one"]]'),
        ("\n[['acme/gone']]\n" + toml().split("\n", 2)[2], "unknown model 'acme/gone'"),
    ],
)
def test_an_entry_of_another_form_is_an_error_with_its_line(
    rules: str, why: str, tmp_path: Path
) -> None:
    (diagnostic,) = errors(plan_with_rules(tmp_path, rules))
    assert str(diagnostic).startswith(f"{tmp_path.as_posix()}/s/rules.toml:2: error[")
    assert why in diagnostic.message


def test_an_id_may_occur_only_once(tmp_path: Path) -> None:
    (diagnostic,) = errors(plan_with_rules(tmp_path, toml() + toml()))
    assert diagnostic.line == 11
    assert "one: has the id of another rule" in diagnostic.message


def test_a_file_that_is_not_toml_is_an_error(tmp_path: Path) -> None:
    (diagnostic,) = errors(plan_with_rules(tmp_path, "[[x"))
    assert "cannot be read: " in diagnostic.message


def test_a_sentence_that_is_gone_is_a_warning_and_the_rule_is_kept(tmp_path: Path) -> None:
    plan = plan_with_rules(tmp_path, toml(quote='"The parts fill half of the video."'))
    (warning,) = (diagnostic for diagnostic in plan.diagnostics if diagnostic.code == "stale-quote")
    assert (warning.severity.name, warning.line) == ("WARNING", 2)
    assert [rule.id for rule in plan.models[0].rules] == ["one"]


def test_blanks_and_line_breaks_do_not_count_in_a_quote(tmp_path: Path) -> None:
    plan = plan_with_rules(tmp_path, toml(quote='"""The parts must\n  fill the video."""'))
    assert [
        diagnostic.code for diagnostic in plan.diagnostics if diagnostic.code == "stale-quote"
    ] == []


def test_a_quote_in_another_language_is_an_error(tmp_path: Path) -> None:
    quote = '"La somma delle parti deve essere uguale alla durata del video."'
    (diagnostic,) = errors(plan_with_rules(tmp_path, toml(quote=quote)))
    assert (diagnostic.code, diagnostic.line) == ("quote-language", 2)
    assert "in another language (it) than the text (en)" in diagnostic.message


def test_a_sentence_without_a_rule_is_answered_by_a_reason(tmp_path: Path) -> None:
    none = toml(**dict.fromkeys(("id", "rule", "message", "fits", "breaks")), none='"obvious"')
    plan = plan_with_rules(tmp_path, none)
    assert plan.is_valid
    assert plan.models[0].rules == ()


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("duration", "is not a medium, nor a list of media"),
        ("image_url", ""),
    ],
)
def test_only_media_accept_content_types(place: str, why: str, tmp_path: Path) -> None:
    rules = (
        f'[["acme/one"]]\nid = "types"\nat = "input.json#/properties/{place}"\n'
        'quote = "x"\naccepts = ["image/png"]\n'
    )
    messages = [diagnostic.message for diagnostic in errors(plan_with_rules(tmp_path, rules))]
    assert bool(messages) == bool(why)
    assert why in "".join(messages)


@pytest.mark.parametrize("accepts", ['["png"]', '["image/png", 5]', '"image/png"', "[]"])
def test_accepts_has_to_list_content_types(accepts: str, tmp_path: Path) -> None:
    rules = (
        '[["acme/one"]]\nid = "types"\nat = "input.json#/properties/image_url"\n'
        f'quote = "x"\naccepts = {accepts}\n'
    )
    (diagnostic,) = errors(plan_with_rules(tmp_path, rules))
    assert "accepts is not a list" in diagnostic.message


def test_a_wrong_rule_leaves_no_module(tmp_path: Path) -> None:
    assert plan_with_rules(tmp_path, entry("nothing == 1")).models == ()
