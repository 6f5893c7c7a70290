# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: d7b017937db9f659145450ba3beaf438
"""Keywords that put schemas together: all, any, one, none, and if."""

import json
from collections.abc import Iterator
from typing import Any

from ...truncating import truncated
from .faults import Fault, Test, passes, told
from .keyword import Build, Compile, Schema


def _all_of(schema: Schema, compiled: Compile) -> Test:
    tests = [compiled(member) for member in schema["allOf"]]

    def test(value: Any) -> Iterator[Fault]:
        for one in tests:
            yield from one(value)

    return test


def _any_of(schema: Schema, compiled: Compile) -> Test:
    tests = [compiled(member) for member in schema["anyOf"]]

    def test(value: Any) -> Iterator[Fault]:
        found: list[list[Fault]] = []
        for one in tests:
            found.append(list(one(value)))
            if not found[-1]:
                return
        yield from _closest(found)

    return test


def _one_of(schema: Schema, compiled: Compile) -> Test:
    tests = [compiled(member) for member in schema["oneOf"]]

    def test(value: Any) -> Iterator[Fault]:
        found = [list(one(value)) for one in tests]
        fitting = [str(index) for index, faults in enumerate(found) if not faults]
        if not fitting:
            yield from _closest(found)
        elif len(fitting) > 1:
            which = " and ".join(fitting)
            message = f"Input should fit one of {len(tests)} schemas alone, and fits"
            yield Fault((), f"{message} numbers {which}")

    return test


def _closest(found: list[list[Fault]]) -> Iterator[Fault]:
    """The faults of the one member that the value is meant for, or of all in one line.

    A value is meant for a member that finds mistakes inside of it only. No member is
    asked twice: with members in members, time would double at each level.
    """
    inside = [faults for faults in found if all(fault.steps for fault in faults)]
    if len(inside) == 1:
        yield from inside[0]
    else:
        reasons = "; or ".join(map(told, found))
        yield Fault((), truncated(f"Input should mend one of these: {reasons}"))


def _not(schema: Schema, compiled: Compile) -> Test:
    unwanted = compiled(schema["not"])
    told_schema = truncated(json.dumps(schema["not"], ensure_ascii=False))
    fault = Fault((), f"Input should not fit {told_schema}")

    def test(value: Any) -> Iterator[Fault]:
        if passes(unwanted, value):
            yield fault

    return test


def _if(schema: Schema, compiled: Compile) -> Test:
    condition = compiled(schema["if"])
    then, otherwise = (compiled(schema.get(name, True)) for name in ("then", "else"))

    def test(value: Any) -> Iterator[Fault]:
        return (then if passes(condition, value) else otherwise)(value)

    return test


KEYWORDS: dict[str, Build] = {
    "allOf": _all_of,
    "anyOf": _any_of,
    "oneOf": _one_of,
    "not": _not,
    "if": _if,
}
