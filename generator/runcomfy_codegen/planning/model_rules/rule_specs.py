"""Rules in words as specs: their conditions resolved, and their examples evaluated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.planning.ir import RuleSpec
from runcomfy_codegen.reading.rules_file import RuleEntry
from runcomfy_codegen.rules.examples import wrong_examples
from runcomfy_codegen.rules.parsing import RuleError, parse_expression, parse_message
from runcomfy_codegen.rules.resolving import Resolver
from runcomfy_codegen.rules.types import Object


def rule_specs(
    entries: Iterable[RuleEntry], scope: Object, collector: Collector
) -> Iterator[RuleSpec]:
    """Yield the conditions among `entries`; adds what is wrong to `collector`, with its line."""
    for entry in entries:
        if not entry.rule:
            continue
        try:
            spec = _spec(entry, scope)
        except RuleError as error:
            collector.add("invalid-rule", "", f"{entry.id}: {error}", line=entry.line)
            continue
        problems = list(
            wrong_examples(spec.condition, spec.inputs, scope, entry.fits, entry.breaks)
        )
        for problem in problems:
            collector.add("invalid-rule", "", f"{entry.id}: {problem}", line=entry.line)
        yield spec


def _spec(entry: RuleEntry, scope: Object) -> RuleSpec:
    resolver = Resolver(scope)
    condition = resolver.condition(parse_expression(entry.rule), entry.rule)
    try:
        template, expressions = parse_message(entry.message)
        values = tuple(resolver.value(expression, entry.message) for expression in expressions)
    except RuleError as error:
        raise RuleError(f"message: {error}") from None
    members = {**resolver.inputs, **resolver.tested}
    if not members:
        raise RuleError("is about no input")
    return RuleSpec(
        id=entry.id,
        inputs=resolver.inputs,
        names=tuple(member.wire_name for member in members.values()),
        condition=condition,
        template=template,
        values=values,
        rule=entry.rule,
        message=entry.message,
        quote=entry.quote,
    )
