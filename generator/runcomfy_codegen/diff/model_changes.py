"""Compare two sets of models: added, removed and changed ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.diff.catalog_changes import compare_catalog
from runcomfy_codegen.diff.comparing.change import describe
from runcomfy_codegen.diff.comparing.renames import guess_renames
from runcomfy_codegen.diff.finding import ABSENT, Finding, code_span
from runcomfy_codegen.diff.language_changes import merge_language_findings
from runcomfy_codegen.diff.rule_book import RuleBook
from runcomfy_codegen.diff.schema_changes import compare_schemas
from runcomfy_codegen.diff.sides import input_side, output_side
from runcomfy_codegen.reading.documents import ModelDocuments
from runcomfy_codegen.reading.files import CATALOG, EXAMPLE, INPUT, OUTPUT, PAGE

Models = Mapping[str, ModelDocuments]


def compare_models(
    old: Models, new: Models, rules: RuleBook, diagnostics: list[Diagnostic]
) -> Iterator[Finding]:
    """Yield the findings of all models; adds errors to `diagnostics`."""
    removed = {model_id: input_document(old[model_id]) for model_id in old.keys() - new.keys()}
    added = {model_id: input_document(new[model_id]) for model_id in new.keys() - old.keys()}
    renames = guess_renames(removed, added)
    for model_id in sorted(old.keys() | new.keys()):
        if model_id in removed:
            words = gone_words("the model was removed", renames.get(model_id))
            yield rules.finding("model-gone", model_id, "", words, model_id, ABSENT)
        elif model_id in added:
            yield rules.finding("model-added", model_id, "", "the model is new", ABSENT, model_id)
        else:
            yield from compare_model(old[model_id], new[model_id], rules, diagnostics)


def gone_words(words: str, new_id: str | None) -> str:
    """Return `words` about a model that is gone, with the id that it may have now."""
    return words if new_id is None else f"{words}; it may have been renamed to {code_span(new_id)}"


def input_document(model: ModelDocuments) -> Any:
    """Return the input schema of `model` as it is written; None if it has none."""
    document = model.documents.get(INPUT)
    return document.value if document else None


def compare_model(
    old: ModelDocuments, new: ModelDocuments, rules: RuleBook, diagnostics: list[Diagnostic]
) -> Iterator[Finding]:
    """Yield the findings of a model that exists on both sides; adds errors to `diagnostics`."""
    findings: list[Finding] = []
    readers = {INPUT: input_side, OUTPUT: output_side}
    changed = [name for name in readers if _text(old, name) != _text(new, name)]
    for name in changed:
        sides = readers[name](old, diagnostics), readers[name](new, diagnostics)
        if sides[0] and sides[1]:
            findings += compare_schemas(str(new.model_id), name, sides[0], sides[1], rules)
    # Only the documents that changed have come from the page whose language is asked for.
    before, after = ([_value(model, name) for name in changed] for model in (old, new))
    yield from merge_language_findings(findings, before, after, rules)
    yield from _compare_other_documents(old, new, rules)
    yield from compare_catalog(str(new.model_id), _value(old, CATALOG), _value(new, CATALOG), rules)


def _compare_other_documents(
    old: ModelDocuments, new: ModelDocuments, rules: RuleBook
) -> Iterator[Finding]:
    for name, rule, subject in (
        (EXAMPLE, "example-changed", "the example"),
        (PAGE, "docs-url-changed", "the page"),
    ):
        if _text(old, name) != _text(new, name):
            before, after = _value(old, name), _value(new, name)
            words = describe(subject, before, after)
            yield rules.finding(rule, str(new.model_id), f"{name}#", words, before, after)


def _text(model: ModelDocuments, name: str) -> str:
    return repr(_value(model, name))  # as text, so that the order of keys counts


def _value(model: ModelDocuments, name: str) -> Any:
    document = model.documents.get(name)
    return document.value if document else ABSENT
