# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 83d542557b888a7ed63d8dee180354f1
"""Keywords that apply to objects."""

from collections.abc import Iterator
from typing import Any

from .keyword import Compile, Keyword, Schema
from .sizes import sizes
from .strings import matcher
from .violations import Validator, Violation, joined, nested


def _properties(schema: Schema, compiled: Compile) -> Validator:
    members = schema["properties"].items()
    validators = {name: compiled(member) for name, member in members}

    def validate(value: Any) -> Iterator[Violation]:
        for name in validators.keys() & value.keys():
            yield from nested(name, validators[name](value[name]))

    return validate


def _pattern_properties(schema: Schema, compiled: Compile) -> Validator:
    members = schema["patternProperties"].items()
    validators = [(matcher(pattern), compiled(member)) for pattern, member in members]

    def validate(value: Any) -> Iterator[Violation]:
        for name, member in value.items():
            for matches, validator in validators:
                if matches(name):
                    yield from nested(name, validator(member))

    return validate


def _additional_properties(schema: Schema, compiled: Compile) -> Validator:
    """Validate what neither `properties` nor `patternProperties` covers."""
    validator = compiled(schema["additionalProperties"])
    known = schema.get("properties", {}).keys()
    patterns = [matcher(pattern) for pattern in schema.get("patternProperties", ())]

    def validate(value: Any) -> Iterator[Violation]:
        for name in value:
            if name not in known and not any(matches(name) for matches in patterns):
                yield from nested(name, validator(value[name]))

    return validate


def _property_names(schema: Schema, compiled: Compile) -> Validator:
    validator = compiled(schema["propertyNames"])

    def validate(value: Any) -> Iterator[Violation]:
        for name in value:
            if why := joined(validator(name)):
                message = f"The name of this property does not fit: {why}"
                yield Violation((name,), message)

    return validate


def _required(schema: Schema, _: Compile) -> Validator:
    def validate(value: Any) -> Iterator[Violation]:
        for name in schema["required"]:
            if name not in value:
                yield Violation((name,), "Field required")

    return validate


def _dependent_required(schema: Schema, _: Compile) -> Validator:
    def validate(value: Any) -> Iterator[Violation]:
        for present, names in schema["dependentRequired"].items():
            for name in names:
                if present in value and name not in value:
                    yield Violation((name,), f"Field required beside {present!r}")

    return validate


def _dependent_schemas(schema: Schema, compiled: Compile) -> Validator:
    members = schema["dependentSchemas"].items()
    validators = {name: compiled(member) for name, member in members}

    def validate(value: Any) -> Iterator[Violation]:
        for name in validators.keys() & value.keys():
            yield from validators[name](value)

    return validate


KEYWORDS: dict[str, Keyword] = {
    **sizes("Properties", "Object should have", "properties"),
    "properties": _properties,
    "patternProperties": _pattern_properties,
    "additionalProperties": _additional_properties,
    "propertyNames": _property_names,
    "required": _required,
    "dependentRequired": _dependent_required,
    "dependentSchemas": _dependent_schemas,
}
