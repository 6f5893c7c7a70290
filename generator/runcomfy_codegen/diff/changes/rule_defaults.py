"""Compare the defaults that rules in words read: calls without the value may be refused now."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple

from runcomfy_codegen.diff.comparing.change import describe
from runcomfy_codegen.diff.finding import Finding
from runcomfy_codegen.diff.verdicts import Verdicts
from runcomfy_codegen.json_schema.values import ABSENT, json_key
from runcomfy_codegen.planning.ir import ModelSpec, RuleSpec
from runcomfy_codegen.reading.overrides import Overrides
from runcomfy_codegen.untrusted_text import code_span


def compare_rule_defaults(
    old: ModelSpec, new: ModelSpec, overrides: Overrides, verdicts: Verdicts
) -> Iterator[Finding]:
    """Yield a finding for each default that is new or another, and that a rule of both reads.

    Without its default, a rule applies to fewer inputs. `given(…)` reads no value.
    """
    places = {entry.id: entry.place for entry in overrides.rules_of(new.model_id)}
    specs = {spec.id: spec for spec in old.rules}
    for spec in new.rules:
        before = _defaults(specs[spec.id]) if spec.id in specs else {}
        for name, now in _defaults(spec).items():
            was = before.get(name, now)
            if now is not ABSENT and json_key(was) != json_key(now):
                subject = (
                    f"what the rule {code_span(spec.id)} reads if {code_span(name)} is missing"
                )
                message = describe(subject, was, now)
                yield verdicts.finding(
                    "rule-changed", new.model_id, places[spec.id], message, before=was, after=now
                )


def _defaults(spec: RuleSpec) -> dict[str, Any]:
    """Return the default of each value that a rule reads, `ABSENT` for those without one."""
    nodes = chain.from_iterable(map(ast.walk, (spec.condition, *spec.values)))
    parts = {_path(node): read.default for node in nodes if (read := _part_read(node))}
    return {**parts, **{name: member.default for name, member in spec.inputs.items()}}


class _Read(NamedTuple):
    """A part of an object that a rule reads."""

    owner: ast.expr
    name: str
    default: Any


def _part_read(node: ast.AST) -> _Read | None:
    """Return what `node` reads, in the forms that `rules.writing` writes."""
    match node:
        case ast.Subscript(owner, ast.Constant(str(name))):
            return _Read(owner, name, ABSENT)
        case ast.Call(ast.Attribute(ast.Name(), "value"), [owner, ast.Constant(str(name))]):
            return _Read(owner, name, ABSENT)
        case ast.Call(ast.Attribute(owner, "get"), [ast.Constant(str(name)), default]) | ast.Call(
            ast.Attribute(ast.Name(), "value"), [owner, ast.Constant(str(name)), default]
        ):
            return _Read(owner, name, ast.literal_eval(default))
        case _:
            return None


def _path(node: ast.AST) -> str:
    """Return the name of a value, such as `segment.duration`."""
    if read := _part_read(node):
        return f"{_path(read.owner)}.{read.name}"
    return node.id if isinstance(node, ast.Name) else ast.unparse(node)
