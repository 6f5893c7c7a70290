"""The rules of this repository: their examples catch each small mistake in a rule."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from runcomfy_codegen.planning.folder_plan import plan_folder
from runcomfy_codegen.planning.ir import ModelSpec, RuleSpec
from runcomfy_codegen.planning.model_rules.rule_scope import rule_scope
from runcomfy_codegen.reading.rules_file import RuleEntry, load_rules
from runcomfy_codegen.rules.examples import wrong_examples
from tests.conftest import ROOT

SCHEMAS = ROOT / "schemas"
ENTRIES = [(name, entry) for name, entries in load_rules(SCHEMAS)[0].items() for entry in entries]
CONDITIONS = [(name, entry) for name, entry in ENTRIES if entry.rule]

_MISTAKES: dict[type[ast.AST], tuple[type[ast.AST], ...]] = {
    ast.Eq: (ast.NotEq, ast.LtE, ast.GtE),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Add,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
"""Operator: those that somebody may have written by mistake."""


def mutants(tree: ast.expr) -> Iterator[ast.expr]:
    """Yield the condition with one operator or number changed, or one operand left out."""
    for number, node in enumerate(ast.walk(tree)):
        for change in _changes(node):
            mutant = copy.deepcopy(tree)
            change(list(ast.walk(mutant))[number])
            yield mutant


def _changes(node: ast.AST) -> Iterator[Any]:
    if isinstance(node, ast.BoolOp):
        for mistake in _MISTAKES[type(node.op)]:
            yield lambda target, mistake=mistake: setattr(target, "op", mistake())
        for index in range(len(node.values)):
            yield lambda target, index=index: target.values.pop(index)
    if isinstance(node, ast.BinOp):
        for mistake in _MISTAKES.get(type(node.op), ()):
            yield lambda target, mistake=mistake: setattr(target, "op", mistake())
    if isinstance(node, ast.Compare):
        is_length = ast.unparse(node).endswith(") == 0")  # no length is below 0
        for mistake in _MISTAKES[type(node.ops[0])]:
            if is_length and mistake is ast.LtE:
                continue
            yield lambda target, mistake=mistake: target.ops.__setitem__(0, mistake())
    if isinstance(node, ast.Constant) and type(node.value) is int:
        for step in (-1, 1):
            yield lambda target, step=step: setattr(target, "value", target.value + step)


@pytest.fixture(scope="module")
def models() -> dict[str, ModelSpec]:
    return {str(model.model_id): model for model in plan_folder(SCHEMAS).models}


def spec_of(model: ModelSpec, entry: RuleEntry) -> RuleSpec:
    return next(rule for rule in model.rules if rule.id == entry.id)


@pytest.mark.parametrize(
    ("model_id", "entry"), CONDITIONS, ids=lambda value: getattr(value, "id", value)
)
def test_the_examples_of_a_rule_catch_each_mutation_of_it(
    model_id: str, entry: RuleEntry, models: dict[str, ModelSpec]
) -> None:
    spec, scope = spec_of(models[model_id], entry), rule_scope(models[model_id].inputs)
    examples = (entry.fits, entry.breaks)
    assert not list(wrong_examples(spec.condition, spec.inputs, scope, *examples))
    survivors = [
        ast.unparse(mutant)
        for mutant in mutants(spec.condition)
        if not list(wrong_examples(mutant, spec.inputs, scope, *examples))
    ]
    assert survivors == []


def test_every_sentence_of_this_repository_is_answered(root: Path) -> None:
    from runcomfy_codegen.reading.documents import load_models
    from runcomfy_codegen.show.rule_rows import rule_rows

    rules = load_rules(SCHEMAS)[0]
    loaded, _ = load_models(SCHEMAS)
    rows = [row for model in loaded for row in rule_rows(model, rules.get(str(model.model_id), ()))]
    assert [row.sentence for row in rows if not row.answer] == []
    assert {row.rule for row in rows} >= {"segments-fill-the-video", "image-formats"}
