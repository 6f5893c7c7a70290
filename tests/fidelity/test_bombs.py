"""Malicious documents end in an error within seconds and limited memory; nothing is fetched."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from tests.platforms import needs_posix

if sys.platform != "win32":
    import resource

SECONDS = 30
MEMORY = 1 << 30
"""Bytes of address space; the generator itself takes a third of it."""

PLAIN: Any = {"type": "object", "properties": {"a": {"type": "string"}}}


def nested(levels: int, wrap: Callable[[str], str]) -> str:
    text = '{"type": "string"}'
    for _ in range(levels):
        text = wrap(text)
    return f'{{"type": "object", "properties": {{"a": {text}}}}}'


def doubling(keyword: str) -> str:
    """Return thirty definitions that each refer twice to the next: 2**30 in all."""
    definitions = {f"d{n}": {keyword: [{"$ref": f"#/$defs/d{n + 1}"}] * 2} for n in range(30)}
    return with_definitions({**definitions, "d30": {"type": "string"}}, "d0")


def with_definitions(definitions: Any, name: str) -> str:
    properties = {"a": {"$ref": f"#/$defs/{name}"}}
    return json.dumps({"type": "object", "properties": properties, "$defs": definitions})


def with_reference(reference: str) -> str:
    return json.dumps({**PLAIN, "properties": {"a": {"$ref": reference}}})


TUPLES = {f"d{n}": {"prefixItems": [{"$ref": f"#/$defs/d{n + 1}"}] * 2} for n in range(30)}
LISTS = {f"d{n}": {"type": "array", "items": {"$ref": f"#/$defs/d{n + 1}"}} for n in range(8000)}

SIZES = {
    f"d{n}": {
        "type": "array",
        "items": {
            "anyOf": [
                {"allOf": [{"$ref": f"#/$defs/d{n + 1}"}, {limit: n + 1}]}
                for limit in ("minItems", "maxItems")
            ]
        },
    }
    for n in range(16)
}

BOMBS = {
    "10,000 arrays": (nested(10_000, lambda t: f'{{"items": {t}}}'), "invalid-json"),
    "10,000 allOf": (nested(10_000, lambda t: f'{{"allOf": [{t}]}}'), "invalid-json"),
    "10,000 properties": (
        json.dumps({**PLAIN, "properties": {f"p{n}": {} for n in range(10_000)}}),
        "too-large",
    ),
    "10,000 members": (
        json.dumps({**PLAIN, "properties": {"a": {"enum": [str(n) for n in range(10_000)]}}}),
        "too-large",
    ),
    "a string of a megabyte": (
        json.dumps({**PLAIN, "properties": {"a": {"description": "x" * 2**20}}}),
        "too-large",
    ),
    "a name of a megabyte": (
        json.dumps({**PLAIN, "properties": {"x" * 2**20: {"type": "string"}}}),
        "too-large",
    ),
    "doubled allOf": (doubling("allOf"), "too-large"),
    "doubled anyOf": (doubling("anyOf"), "too-large"),
    "doubled prefixItems": (with_definitions({**TUPLES, "d30": {}}, "d0"), None),
    "doubled arrays of any size": (with_definitions({**SIZES, "d16": {}}, "d0"), "too-large"),
    "a chain of 8,000": (with_definitions({**LISTS, "d8000": {}}, "d0"), "too-large"),
    "a chain of 400 references": (
        with_definitions(
            {**{f"d{n}": {"$ref": f"#/$defs/d{n + 1}"} for n in range(400)}, "d400": {}}, "d0"
        ),
        "too-large",
    ),
    "a chain of 90 references": (
        with_definitions(
            {**{f"d{n}": {"$ref": f"#/$defs/d{n + 1}"} for n in range(90)}, "d90": {}}, "d0"
        ),
        None,
    ),
    "a union of 900": (
        json.dumps(
            {**PLAIN, "properties": {"a": {"anyOf": [{"required": [str(n)]} for n in range(900)]}}}
        ),
        "too-large",
    ),
    "huge lengths": (
        json.dumps(
            {
                **PLAIN,
                "required": ["a", "b"],
                "properties": {
                    "a": {"type": "string", "minLength": 10**12, "maxLength": 2**70},
                    "b": {"type": "array", "minItems": 10**12, "items": {"type": "string"}},
                },
            }
        ),
        None,
    ),
    "a circle": (
        with_definitions({"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}, "a"),
        "invalid-ref",
    ),
    "a circle by anyOf": (
        with_definitions({"a": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/a"}]}}, "a"),
        "invalid-ref",
    ),
    "a circle by anyOf of objects": (
        with_definitions(
            {"a": {"type": "object", "properties": {}, "anyOf": [{"$ref": "#/$defs/a"}]}}, "a"
        ),
        "invalid-ref",
    ),
    "a circle by not": (
        with_definitions({"a": {"not": {"$ref": "#/$defs/a"}}}, "a"),
        "invalid-ref",
    ),
    **{
        reference: (with_reference(reference), "invalid-ref")
        for reference in (
            "https://json-schema.org/draft/2020-12/schema",
            "http://127.0.0.1:9/x.json",
            "file:///etc/passwd",
            "../../../etc/passwd",
            "other.json#/$defs/a",
            "#anchor",
            "#/properties/none",
            "#/properties/a/$ref",
        )
    },
    "a pattern of 100,000": (
        json.dumps({**PLAIN, "properties": {"a": {"pattern": "(" * 50_000}}}),
        "unsupported-keyword",
    ),
    "unclosed brackets": ("[" * 1_000_000, "invalid-json"),
    "a number of a million digits": ('{"a": ' + "9" * 1_000_000 + "}", "invalid-json"),
}


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Run the command on all bombs, with limited time and memory; return what it prints."""
    top = tmp_path_factory.mktemp("bombs")
    for number, (text, _) in enumerate(BOMBS.values()):
        folder = top / f"schemas/acme/m{number}"
        folder.mkdir(parents=True)
        (folder / "input.json").write_text(text)
    completed = subprocess.run(
        [sys.executable, "-m", "runcomfy_codegen", "generate"],
        cwd=top,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
        timeout=SECONDS,
        capture_output=True,
        text=True,
        check=False,
    )
    assert completed.returncode == 1
    assert "Traceback" not in completed.stderr
    return completed.stderr.splitlines()


@needs_posix("limit for a process's memory")
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_causes_an_error_or_is_harmless(name: str, lines: list[str]) -> None:
    number, code = list(BOMBS).index(name), BOMBS[name][1]
    messages = [line for line in lines if line.startswith(f"schemas/acme/m{number}/input.json")]
    assert (
        [line for line in messages if f"error[{code}]" in line] == messages
        if code
        else not messages
    )
    assert bool(messages) == bool(code)
    assert sum(map(len, messages)) < 10_000
