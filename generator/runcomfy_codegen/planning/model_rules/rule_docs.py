"""Rules in words, in the docs of the inputs that they are about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from runcomfy_codegen.planning.ir import Fact, FieldSpec, ObjectSpec, RuleSpec, with_input


def with_rules(inputs: tuple[ObjectSpec, ...], rules: Iterable[RuleSpec]) -> tuple[ObjectSpec, ...]:
    """Return the classes of an input; the fields of the last one have their rules as facts."""
    rules = tuple(rules)
    if not rules:
        return inputs
    fields = tuple(_with_rules(field, rules) for field in inputs[-1].fields)
    return with_input(inputs, replace(inputs[-1], fields=fields))


def _with_rules(field: FieldSpec, rules: Iterable[RuleSpec]) -> FieldSpec:
    facts = tuple(Fact("rule", f"`{rule.rule}`") for rule in rules if field.wire_name in rule.names)
    return replace(field, facts=(*field.facts, *facts)) if facts else field
