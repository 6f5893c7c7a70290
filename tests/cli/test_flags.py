"""Flags mean the same as the values that they stand for, in any spelling: `Input` decides."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from runcomfy_models import Media
from runcomfy_models.cli.commands.run import run
from runcomfy_models.cli.flags.click_options import metavar_of
from runcomfy_models.cli.flags.gathering import gather
from runcomfy_models.cli.flags.index import ANY, Flag, Values, read_flags
from runcomfy_models.cli.flags.spelling import RESERVED, spellings
from runcomfy_models.cli.flags.unreadable import Unreadable
from runcomfy_models.cli.flags.values import read_flag, read_value
from tests.fidelity.real import NAMES, built

IMAGE = "https://example.com/a.png"
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)


def flags_of(name: str) -> dict[str, Flag]:
    return read_flags(built().flags[name])


def read_inputs(name: str, arguments: list[str]) -> dict[str, Any]:
    """Return the inputs that the command reads from `arguments`."""
    flags = flags_of(name)
    command = run.of_model(name, flags)
    context = command.make_context(name, arguments)
    settings = context.params["settings"]
    return gather(flags, command.take_option_values(context), None, settings).values


def arguments_of(values: dict[str, Any], flags: dict[str, Flag]) -> Iterator[str]:
    """Yield `values` as a person would type them."""
    for name, value in values.items():
        option = flags[name].option
        if value is True or value is False:
            yield option if value else f"--no-{option[2:]}"
        elif (
            isinstance(value, list) and value and all(isinstance(element, str) for element in value)
        ):
            for item in value:
                yield from (option, item)
        elif isinstance(value, str):
            yield from (option, value)
        elif isinstance(value, list | dict):
            yield from ("--set", f"{name}={json.dumps(value)}")
        else:
            yield f"{option}={json.dumps(value)}"


def value_strategy(values: Values) -> st.SearchStrategy[Any]:
    """Draw values of the right type, many of which are invalid."""
    if values.media and not values.is_list:  # any other text of a medium is a file
        return st.just(IMAGE)
    if values.choices:
        return st.one_of(st.sampled_from(values.choices), TEXTS)
    match values.types:
        case ("integer",):
            return st.integers(-3, 40)
        case ("number",):
            return st.floats(-3, 40) | st.integers(-3, 40)
        case ("boolean",):
            return st.booleans()
        case ("array",):
            return st.lists(value_strategy(values.items or ANY), max_size=4)
        case ("object",):
            return object_strategy(values.fields)
        case _:
            return TEXTS


def object_strategy(fields: Mapping[str, Values]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {}, optional={name: value_strategy(field) for name, field in fields.items()}
    )


def outcome(model: Any, values: dict[str, Any]) -> Any:
    """Return the payload, or the places of the invalid values."""
    try:
        return model.model_validate(values).to_payload()
    except ValidationError as error:
        return sorted(str(problem["loc"]) for problem in error.errors(include_url=False))


@pytest.mark.parametrize("name", NAMES, ids=NAMES.values())
@settings(max_examples=5)
@given(data=st.data())
def test_flags_give_the_payload_of_the_values(name: str, data: st.DataObject) -> None:
    model, flags = built().modules[name].Input, flags_of(name)
    values = data.draw(
        object_strategy({input_name: flag.values for input_name, flag in flags.items()})
    )
    assert outcome(model, read_inputs(name, [*arguments_of(values, flags)])) == outcome(
        model, values
    )


@pytest.mark.parametrize("name", NAMES, ids=NAMES.values())
def test_the_index_has_what_the_schema_of_an_input_says(name: str) -> None:
    schema = built().modules[name].Input.model_json_schema()
    flags = flags_of(name)
    assert list(flags) == list(schema["properties"])
    assert {input_name for input_name, flag in flags.items() if flag.required} == set(
        schema["required"]
    )
    for input_name, flag in flags.items():
        member = schema["properties"][input_name]
        assert set(flag.values.types) == {member["type"]}
        assert [*flag.values.choices] == member.get("enum", [])
        assert flag.values.media == (member.get("items") or member).get("x-media") or (
            flag.values.is_list
        )


def of_type(*types: str, **changes: Any) -> Values:
    return replace(ANY, types=types, **{"open": False, **changes})


OBJECT = of_type(
    "object",
    fields={
        "prompt": of_type("string"),
        "duration": of_type("integer"),
        "urls": of_type("array", items=of_type("string")),
    },
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("prompt=a close-up,duration=5", {"prompt": "a close-up", "duration": 5}),
        (
            "prompt=slow, warm light, 35mm,duration=5",
            {"prompt": "slow, warm light, 35mm", "duration": 5},
        ),
        ("duration=5, prompt=x=y", {"duration": 5, "prompt": "x=y"}),
        ("duration=abc", {"duration": "abc"}),
        ("urls=a.png,duration=5", {"urls": ["a.png"], "duration": 5}),
        ('urls=["a.png", "b.png"]', {"urls": ["a.png", "b.png"]}),
        ('{"prompt": "a,duration=5"}', {"prompt": "a,duration=5"}),
        ("prompt=", {"prompt": ""}),
        ("a close-up", "a close-up"),
        (
            'prompt="warm light, duration=7", duration=5',
            {"prompt": "warm light, duration=7", "duration": 5},
        ),
        ('prompt="a" she said,duration=5', {"prompt": '"a" she said', "duration": 5}),
        ('prompt="open, duration=5', {"prompt": '"open', "duration": 5}),
        ('prompt="a, duraton=5"', {"prompt": "a, duraton=5"}),
        ("prompt=in a scale of=3, ratio=2", {"prompt": "in a scale of=3, ratio=2"}),
    ],
)
def test_an_object_is_pairs_or_json(text: str, value: Any) -> None:
    assert read_value(text, OBJECT) == value


@given(TEXTS)
def test_quotes_keep_any_text(text: str) -> None:
    quoted = f"prompt={json.dumps(text)}, duration=5"
    assert read_value(quoted, OBJECT) == {"prompt": text, "duration": 5}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("promt=a", "unknown name 'promt'; did you mean prompt?"),
        ("zzz=5", "unknown name 'zzz': it has prompt, duration, urls"),
        ("prompt=a,duraton=5", "unknown name 'duraton'; did you mean duration?"),
        ("duration=5,duration=6", "duration is there twice"),
        ('{"prompt": ', "not JSON: "),
    ],
)
def test_pairs_with_an_unknown_name_are_refused_and_not_sent_as_text(
    text: str, message: str
) -> None:
    with pytest.raises(Unreadable, match=re.escape(message)):
        read_value(text, OBJECT)


def flag_of(values: Values) -> Flag:
    return Flag(
        name="a",
        option="--a",
        values=values,
        required=False,
        help="",
        facts=(),
        samples=frozenset(),
    )


@pytest.mark.parametrize(
    ("items", "text", "value"),
    [
        (of_type("number"), "[1, 2]", [1, 2]),
        (OBJECT, '[{"prompt": "a"}, {"prompt": "b"}]', [{"prompt": "a"}, {"prompt": "b"}]),
        (of_type("array", items=of_type("integer")), "[1, 2]", [[1, 2]]),
        (of_type("array", items=of_type("integer")), "[[1], [2]]", [[1], [2]]),
        (of_type("string"), "[1, 2]", ["[1, 2]"]),
    ],
)
def test_json_is_the_whole_list_if_it_cannot_be_an_item(
    items: Values, text: str, value: Any
) -> None:
    assert read_flag(flag_of(of_type("array", items=items)), [text]) == value


@pytest.mark.parametrize(
    ("types", "metavar"),
    [
        (("integer",), "INTEGER"),
        (("integer", "number", "null"), "NUMBER"),
        (("object",), "NAME=VALUE,…"),
        (("string", "object"), "TEXT|JSON"),
        ((), "JSON"),
    ],
)
def test_the_help_says_what_a_value_looks_like(types: tuple[str, ...], metavar: str) -> None:
    assert metavar_of(flag_of(of_type(*types))) == metavar


def test_an_open_object_takes_any_name() -> None:
    assert read_value("a=1,b=x", ANY) == "a=1,b=x"  # it may be any text as well
    anything = of_type("object", open=True)
    assert read_value("a=1,b=x", anything) == {"a": 1, "b": "x"}


@pytest.mark.parametrize(
    ("names", "options"),
    [
        (["promptText", "33_string", "seed"], ["--prompt-text", "--33-string", "--seed"]),
        (
            ["out", "json", "help", "input"],
            [f"--input-{name}" for name in ("out", "json", "help", "input")],
        ),
        (["max_cost", "set", "yes"], ["--input-max-cost", "--input-set", "--input-yes"]),
        (["a_b", "a-b", "aB"], ["--a-b", "--input-a-b", "--input-input-a-b"]),
        (["input_out", "out"], ["--input-out", "--input-input-out"]),
        (["¿", "名前"], ["--input-1", "--名前"]),
    ],
)
def test_no_two_inputs_share_an_option_and_none_hides_one_of_the_command(
    names: list[str], options: list[str]
) -> None:
    assert list(spellings(dict.fromkeys(names, False)).values()) == options


def test_a_no_option_belongs_to_one_input() -> None:
    options = spellings({"audio": True, "no_audio": True, "wait": True})
    assert options == {"audio": "--audio", "no_audio": "--input-no-audio", "wait": "--input-wait"}


@given(st.dictionaries(st.text(max_size=8), st.booleans(), max_size=6))
def test_spellings_are_unique_for_any_names(are_switches: dict[str, bool]) -> None:
    spelled = spellings(are_switches)
    assert list(spelled) == list(are_switches)
    options = [option for name, option in spelled.items()]
    options += [f"--no-{spelled[name][2:]}" for name, is_flag in are_switches.items() if is_flag]
    assert len(set(options)) == len(options)
    assert not RESERVED & set(options)


@given(st.lists(st.text(max_size=8), min_size=1, max_size=5, unique=True))
def test_every_input_can_be_given_with_any_name(names: list[str]) -> None:
    lines = tuple(json.dumps({"name": name, "types": ["string"]}) for name in names)
    flags = read_flags(lines)
    command = run.of_model("x", flags)
    arguments = [part for name in names for part in (flags[name].option, f"of {name}")]
    context = command.make_context("x", arguments)
    assert command.take_option_values(context) == {name: f"of {name}" for name in names}


def test_the_options_of_a_models_command_are_reserved() -> None:
    options = {
        name
        for parameter in run.of_model("x", {}).params
        for name in (*parameter.opts, *parameter.secondary_opts)
    }
    assert {name for name in options if name.startswith("--")} <= RESERVED


LINES = (
    '{"name": "image", "types": ["string"], "media": "image", "samples": ["known.png"]}',
    '{"name": "out", "types": ["string"]}',
    '{"name": "tags", "types": ["array"], "items": {"types": ["string"]}}',
)


def gathered_inputs(*arguments: str, file: str | None = None) -> dict[str, Any]:
    flags = read_flags(LINES)
    command = run.of_model("x", flags)
    context = command.make_context("x", list(arguments))
    return gather(
        flags, command.take_option_values(context), file, context.params["settings"]
    ).values


@pytest.mark.parametrize("spelled", ["--image", "--Image"])
def test_a_path_is_a_local_file(spelled: str) -> None:
    assert gathered_inputs(spelled, "a.png") == {"image": Path("a.png")}


@pytest.mark.parametrize(
    "text", [IMAGE, "data:image/png;base64,AA==", "http://x/a.png", "known.png"]
)
def test_a_url_and_a_file_of_the_service_stay_texts(text: str) -> None:
    assert gathered_inputs("--image", text) == {"image": text}


def test_a_dash_is_standard_input_and_can_be_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    png = b"\x89PNG\r\n\x1a\n" + b"0" * 20
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(png)))
    assert gathered_inputs("--image", "-") == {"image": Media(png, "image/png")}
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"{}")))
    with pytest.raises(click.UsageError, match="one input only"):
        gathered_inputs("--image", "-", file="-")


def test_an_input_may_be_called_like_an_option_and_be_written_with_underscores() -> None:
    assert gathered_inputs("--input-out", "x", "--out", "folder") == {"out": "x"}
    assert gathered_inputs("--input_out", "x") == {"out": "x"}


def test_a_list_is_repeated_and_values_may_begin_with_a_dash() -> None:
    assert gathered_inputs("--tags", "-a", "--tags", "") == {"tags": ["-a", ""]}


@pytest.mark.parametrize(
    ("setting", "value"),
    [('"--yes"', "--yes"), ("plain", "plain"), ('"open', '"open'), ("null", "null"), ('""', "")],
)
def test_a_setting_is_json_or_a_text(setting: str, value: str) -> None:
    assert gathered_inputs("--set", f"out={setting}") == {"out": value}


def test_flags_take_precedence_over_the_input_file_and_may_be_combined_with_settings(
    tmp_path: Path,
) -> None:
    file = tmp_path / "inputs.json"
    file.write_text('{"out": "file", "tags": ["file"], "image": "a.png"}')
    inputs = gathered_inputs("--input-out", "flag", "--set", 'tags=["set"]', file=str(file))
    assert inputs == {"out": "flag", "tags": ["set"], "image": Path("a.png")}
    with pytest.raises(click.UsageError, match="give one of them"):
        gathered_inputs("--tags", "a", "--set", "tags=[]")
