"""The docstrings of a generated module, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from runcomfy_codegen.planning.ir import Fact, FieldSpec, ModelSpec, ObjectSpec
from runcomfy_codegen.rendering.docstrings import arguments, bullets, paragraph, prose
from runcomfy_codegen.rendering.example_call import example_program

FURTHER = "_further"
"""The parameter of `run` for properties that the schema does not name.

No field has a name that begins with an underscore.
"""

_RULE_LABELS = ("rule", "media rule")
"""The labels of facts that come behind the words: they are long."""

_CODE = " " * 4


def module_lines(model: ModelSpec, package: str) -> Iterator[str]:
    """Yield the docstring of a module: id, docs link if it is known, an example call, remarks."""
    yield model.model_id
    yield ""
    if model.docs_url:
        yield f"Docs: {model.docs_url}"
        yield ""
    yield "Example:"
    yield ""
    yield from (f"{_CODE}{line}".rstrip() for line in example_program(model, package))
    if model.rules:
        yield ""
        yield "Rules that the docs state in words:"
        yield ""
        yield from bullets(f"{rule.id}: {rule.quote}" for rule in model.rules)
    if model.remarks:
        yield ""
        yield "Corrections, and what the docs get wrong or leave out:"
        yield ""
        yield from bullets(model.remarks)


def call_lines(summary: str, spec: ObjectSpec, indent: str) -> Iterator[str]:
    """Yield the docstring of what takes the inputs `spec`, with the meaning of each keyword."""
    yield summary
    rows = [(str(field.name), _meaning(field)) for field in _required_first(spec)]
    if spec.is_open:
        rows.append((f"**{FURTHER}", "Properties that the docs do not name, by their wire names."))
    if rows:
        yield ""
        yield "Args:"
        yield from arguments(rows, indent)


def field_lines(field: FieldSpec, indent: str) -> Iterator[str]:
    """Yield the docstring below a field: its words, then its facts as a list."""
    if field.description:
        yield from prose(field.description, indent)
    if field.description and field.facts:
        yield ""
    facts = [*map(str, field.facts)]
    yield from bullets(facts, indent) if field.description else paragraph("; ".join(facts), indent)


def _required_first(spec: ObjectSpec) -> list[FieldSpec]:
    return sorted(spec.fields, key=lambda field: not field.is_required)


def _meaning(field: FieldSpec) -> str:
    """Return facts, then words: an editor shows the first line of them."""
    facts = [fact for fact in field.facts if fact.label != "example"]
    rules = "; ".join(str(fact) for fact in facts if fact.label in _RULE_LABELS)
    others = ", ".join(_short(fact) for fact in facts if fact.label not in _RULE_LABELS)
    parts = (others and f"{others}.", field.description, rules and f"{_capitalised(rules)}.")
    return " ".join(filter(None, parts)) or "…"


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _short(fact: Fact) -> str:
    """Return a fact as it is said in a sentence: `3 to 15`, `default 10`."""
    if fact.label == "default":
        return f"default {fact.value.strip('`')}"
    return fact.value if fact.label == "range" else str(fact)
