"""The language of rules: rules that it accepts, and messages about those that it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.rules import entry, errors, messages_about, plan_with_rules

ACCEPTED = [
    "duration == 10",
    "3 <= duration < 20",
    "not hd or duration > 5",
    "hd and duration > 5 or prompt != ''",
    "len(prompt) <= 3",
    "len(parts) > 0",
    "'cat' in prompt",
    "prompt in tags",
    "ratio in ('16:9',)",
    "ratio not in ['16:9']",
    "duration in (5, 10)",
    "sum(part.length for part in parts) == duration",
    "max(part.length for part in parts if part.length > 1) - 1 < duration",
    "all(part.weight > 0 for part in parts)",
    "any(part.field_33_name == 'a' for part in parts)",
    "any(given(part.weight) for part in parts)",
    "min(duration, seed) > 1",
    "given(seed) or hd",
    "given(odd)",
    "not given(size) or size.width / size.height <= 2.5",
    "field_33_steps * 2 + 1 >= -duration",
    "strength < 1",
    "duration % 5 == 0",
    "sum(part.weight for part in parts) == 0.3",
    "size.width / size.height in (0.3, 1.5)",
    "strength % 0.1 == 0",
    "strength * 3 <= 0.9",
]


@pytest.mark.parametrize("rule", ACCEPTED)
def test_a_condition_on_inputs_is_accepted(rule: str, tmp_path: Path) -> None:
    assert messages_about(tmp_path, rule) == []


REFUSED = {
    # names
    "durtion == 10": "'durtion' is not an input; did you mean 'duration'?",
    "image == ''": "is not an input",
    "output.video == ''": "'output' is not an input",
    "sum(part.lenth for part in parts) == 1": "does not exist; did you mean 'length'?",
    "duration.real == 10": "is a number: it has no parts",
    "parts.length == 1": "is a list: it has no parts",
    "all(hd for duration in parts)": "is already in use",
    # types
    "duration == '10'": "is a number: it cannot be compared with a text",
    "prompt > 'a'": "only numbers have an order",
    "prompt + 'a' == ''": "is a text, not a number",
    "hd == 1": "is a boolean: it cannot be compared with a number",
    "duration": "is a number, not a condition",
    "parts == 1": "is a list: it cannot be compared",
    "odd == 1": "is a value of a type that rules cannot use",
    "not duration": "is a number, not a boolean",
    "duration and hd": "is a number, not a boolean",
    "sum(tags) == 1": "is a list: sum() does not take it",
    "len(duration) == 1": "is a number: len() does not take it",
    "duration in ('5', '10')": "it cannot contain",
    "duration in (5, 'x')": "is not a list of constants of one type",
    "ratio == '4:3'": "has '4:3', which the input never is",
    "ratio in ('4:3', '16:9')": "has '4:3', which the input never is",
    "all(part.length for part in parts)": "is a number, not a boolean",
    "given(1)": "is not the name of an input",
    "given(parts, hd)": "needs one argument",
    "1 == 1": "is about no input",
    # outside of the language
    "__import__('os').system('true')": "is not a call of one of",
    "().__class__.__bases__": "no input has a name like",
    "prompt.__class__ == ''": "no input has a name like",
    "open('x') == 1": "is not a call of one of",
    "prompt.upper() == ''": "is not a call of one of",
    "duration ** 9 == 1": "Pow is not part of the language",
    "duration << 99 == 1": "LShift is not part of the language",
    "(lambda: 1)() == 1": "is not a call of one of",
    "[1 for part in parts] == 1": "ListComp is not part of the language",
    "hd if hd else hd": "IfExp is not part of the language",
    "(x := duration) == 1": "NamedExpr is not part of the language",
    "f'{duration}' == ''": "JoinedStr is not part of the language",
    "parts[0] == 1": "Subscript is not part of the language",
    "duration is None": "Is is not part of the language",
    "prompt == None": "is not a text, a boolean or a number",
    "prompt == b''": "is not a text, a boolean or a number",
    "duration == 1j": "is not a text, a boolean or a number",
    "duration == 1e999": "is not a text, a boolean or a number",
    "duration == 99999999999999999999": "is not a text, a boolean or a number",
    "max(duration, key=len) == 1": "is not a call of one of",
    "max(*parts) == 1": "Starred is not part of the language",
    "sum(1 for a in parts for b in parts) == 1": "goes over more than one input",
    "sum(sum(1 for b in parts) for a in parts) == 1": "must not be inside another one",
    "sum(x for x in (1, 2)) == 1": "is not allowed here",
    "await hd": "Await is not part of the language",
    "duration == ": "is not an expression",
    "duration = 1": "is not an expression",
    "hd; hd": "is not an expression",
    "duration == 1\x00": "is not an expression",
    "not " * 100 + "hd": "is nested deeper than",
    "-" * 200 + "duration == 1": "is nested deeper than",
    "hd and " * 60 + "hd": "has more than 100 parts",
    "hd or " * 200 + "hd": "is longer than 500 characters",
    "sum(" * 90 + "duration" + ")" * 90 + " == 1": "is nested deeper than",
}


@pytest.mark.parametrize(("rule", "why"), REFUSED.items())
def test_anything_else_is_refused_with_its_place(rule: str, why: str, tmp_path: Path) -> None:
    rule = rule.replace("\x00", "\\u0000") if "\x00" in rule else rule
    diagnostics = errors(plan_with_rules(tmp_path, "# a comment\n" + entry(rule)))
    assert diagnostics, rule
    assert f"{tmp_path.as_posix()}/s/rules.toml:2: error[invalid-rule]: one: " in str(
        diagnostics[0]
    )
    assert why in diagnostics[0].message


def test_parentheses_may_be_nested(tmp_path: Path) -> None:
    rule = "(" * 150 + "hd" + ")" * 150
    plan = plan_with_rules(tmp_path, entry(rule, fits="[{ hd = true }]", breaks="[{ hd = false }]"))
    assert errors(plan) == []


@pytest.mark.parametrize(
    ("message", "why"),
    [
        ("the video {duration", "a brace without its counterpart"),
        ("the video duration}", "a brace without its counterpart"),
        ("{durtion} s", "is not an input"),
        ("{parts}", "is a list: a message shows numbers and texts"),
        ("{duration.__class__}", "no input has a name like"),
        ("{duration!r}", "is not an expression"),
        ("{duration:>999999999}", "is not an expression"),
        ("{}", "is not an expression"),
    ],
)
def test_a_message_is_of_the_same_language(message: str, why: str, tmp_path: Path) -> None:
    (complaint,) = messages_about(tmp_path, "duration == 10", message=message)
    assert complaint.startswith("one: message: ")
    assert why in complaint


def test_an_input_that_is_called_like_a_function_is_refused(tmp_path: Path) -> None:
    schema = {"type": "object", "properties": {"max": {"type": "integer"}}}
    at = {"at": "input.json#/properties/max", "quote": "x"}
    diagnostics = errors(plan_with_rules(tmp_path, entry("max == 1", **at), schema))
    assert "'max' is a function: no rule can name an input like it" in diagnostics[0].message
