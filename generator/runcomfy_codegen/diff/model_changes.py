"""From two sets of models to findings: which came, which went, what changed in the rest."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.diff.comparing import changes
from runcomfy_codegen.diff.comparing.change import was_is
from runcomfy_codegen.diff.comparing.renames import guesses
from runcomfy_codegen.diff.finding import ABSENT, Finding, code
from runcomfy_codegen.diff.judge import Judge
from runcomfy_codegen.diff.kinds import rule_of
from runcomfy_codegen.diff.languages import only_language
from runcomfy_codegen.diff.places import nearest
from runcomfy_codegen.diff.sides import Side, input_side, output_side
from runcomfy_codegen.diff.uninterpreted import unread, unsupported
from runcomfy_codegen.reading.documents import ModelDocuments
from runcomfy_codegen.reading.files import EXAMPLE, INPUT, OUTPUT, PAGE

Models = Mapping[str, ModelDocuments]


def compare_models(
    old: Models, new: Models, judge: Judge, found: list[Diagnostic]
) -> Iterator[Finding]:
    """The findings of all models, by model_id; errors that keep one from comparison to `found`."""
    gone = {model_id: _rough(old[model_id]) for model_id in old if model_id not in new}
    come = {model_id: _rough(new[model_id]) for model_id in new if model_id not in old}
    renamed = guesses(gone, come)
    for model_id in sorted(old.keys() | new.keys()):
        if model_id in gone:
            words = "the model is gone"
            if model_id in renamed:
                words += f"; perhaps it is {code(renamed[model_id])} now"
            yield judge.finding("model-gone", model_id, "", words, model_id, ABSENT)
        elif model_id in come:
            yield judge.finding("model-added", model_id, "", "the model is new", ABSENT, model_id)
        else:
            yield from compare_model(old[model_id], new[model_id], judge, found)


def _rough(model: ModelDocuments) -> Any:
    document = model.documents.get(INPUT)
    return document.value if document else None


def compare_model(
    old: ModelDocuments, new: ModelDocuments, judge: Judge, found: list[Diagnostic]
) -> Iterator[Finding]:
    """The findings of one model that is there on both sides."""
    findings: list[Finding] = []
    for document, read in ((INPUT, input_side), (OUTPUT, output_side)):
        if _text_of(old, document) != _text_of(new, document):
            before, after = read(old, found), read(new, found)
            if before and after:
                findings += _document(str(new.model_id), document, before, after, judge)
    yield from only_language(findings, judge)
    yield from _others(old, new, judge)


def _text_of(model: ModelDocuments, name: str) -> str:
    """One of the documents of `model` as text: the order of keys counts."""
    return repr(_value(model, name))


def _document(
    model_id: str, document: str, old: Side, new: Side, judge: Judge
) -> Iterator[Finding]:
    """The findings in `input.json` or `output.json`."""
    is_input = document == INPUT
    count = 0
    for change in changes(old.schema, new.schema):
        pointer = nearest(new.root + change.pointer, new.raw, old.raw)
        yield judge.finding(
            rule_of(change, is_input),
            model_id,
            f"{document}#{pointer}",
            change.words,
            change.before,
            change.after,
        )
        count += 1
    for rule, pointer, before, after in (*unsupported(old, new), *unread(old, new)):
        words = was_is(pointer.rpartition("/")[2] or document, before, after)
        yield judge.finding(rule, model_id, f"{document}#{pointer}", words, before, after)
        count += 1
    if not count:
        is_moved = json.dumps(old.raw, sort_keys=True) == json.dumps(new.raw, sort_keys=True)
        rule = "order-changed" if is_moved else "unread-changed"
        words = "keys stand in another order" if is_moved else "only what nothing reads is another"
        yield judge.finding(rule, model_id, f"{document}#", words, old.raw, new.raw)


def _others(old: ModelDocuments, new: ModelDocuments, judge: Judge) -> Iterator[Finding]:
    """The findings in the documents that hold no schema."""
    for name, rule in ((EXAMPLE, "example-changed"), (PAGE, "docs-url-changed")):
        before, after = (_value(model, name) for model in (old, new))
        if _text_of(old, name) != _text_of(new, name):
            words = was_is("the example" if name == EXAMPLE else "the page", before, after)
            yield judge.finding(rule, str(new.model_id), f"{name}#", words, before, after)


def _value(model: ModelDocuments, name: str) -> Any:
    document = model.documents.get(name)
    return document.value if document else ABSENT
