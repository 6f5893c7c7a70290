# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 0be673190c4e398f2ac60d33e30eabf8
"""Keywords about objects."""

from collections.abc import Iterator
from typing import Any

from .faults import Fault, Test, at, told
from .keyword import Build, Compile, Schema
from .sizes import sizes
from .strings import matcher


def _properties(schema: Schema, compiled: Compile) -> Test:
    tests = {name: compiled(one) for name, one in schema["properties"].items()}

    def test(value: Any) -> Iterator[Fault]:
        for name in tests.keys() & value.keys():
            yield from at(name, tests[name](value[name]))

    return test


def _pattern_properties(schema: Schema, compiled: Compile) -> Test:
    rows = schema["patternProperties"].items()
    tests = [(matcher(pattern), compiled(one)) for pattern, one in rows]

    def test(value: Any) -> Iterator[Fault]:
        for name, member in value.items():
            for matches, one in tests:
                if matches(name):
                    yield from at(name, one(member))

    return test


def _additional_properties(schema: Schema, compiled: Compile) -> Test:
    """The properties that neither `properties` nor `patternProperties` is about."""
    additional = compiled(schema["additionalProperties"])
    known = schema.get("properties", {}).keys()
    patterns = [matcher(pattern) for pattern in schema.get("patternProperties", ())]

    def test(value: Any) -> Iterator[Fault]:
        for name in value:
            if name not in known and not any(matches(name) for matches in patterns):
                yield from at(name, additional(value[name]))

    return test


def _property_names(schema: Schema, compiled: Compile) -> Test:
    name_test = compiled(schema["propertyNames"])

    def test(value: Any) -> Iterator[Fault]:
        for name in value:
            if wrong := told(name_test(name)):
                yield Fault((name,), f"The name of this property does not fit: {wrong}")

    return test


def _required(schema: Schema, _: Compile) -> Test:
    def test(value: Any) -> Iterator[Fault]:
        for name in schema["required"]:
            if name not in value:
                yield Fault((name,), "Field required")

    return test


def _dependent_required(schema: Schema, _: Compile) -> Test:
    def test(value: Any) -> Iterator[Fault]:
        for given, names in schema["dependentRequired"].items():
            for name in names:
                if given in value and name not in value:
                    yield Fault((name,), f"Field required beside {given!r}")

    return test


def _dependent_schemas(schema: Schema, compiled: Compile) -> Test:
    tests = {name: compiled(one) for name, one in schema["dependentSchemas"].items()}

    def test(value: Any) -> Iterator[Fault]:
        for name in tests.keys() & value.keys():
            yield from tests[name](value)

    return test


KEYWORDS: dict[str, Build] = {
    **sizes("Properties", "Object should have", "properties"),
    "properties": _properties,
    "patternProperties": _pattern_properties,
    "additionalProperties": _additional_properties,
    "propertyNames": _property_names,
    "required": _required,
    "dependentRequired": _dependent_required,
    "dependentSchemas": _dependent_schemas,
}
