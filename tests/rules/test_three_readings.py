"""A rule is read three times: compiled, walked over for its examples, and by the simulator."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from runcomfy_codegen.planning.folder_plan import FolderPlan
from runcomfy_codegen.planning.ir import RuleSpec
from runcomfy_codegen.rendering.rule_context import UnexpectedRuleError, source
from runcomfy_codegen.rules.examples import keeps
from runcomfy_models._runtime.models import rules as library
from runcomfy_models.testing.validation.rule_check import rule_errors
from tests.rules.rules import INPUT, entry, module_of, plan_with_rules
from tests.rules.test_language import ACCEPTED

SMALL = st.integers(-2, 20)
TENTHS = st.sampled_from([0.1, 0.2, 0.3])
PART = st.fixed_dictionaries(
    {}, optional={"length": SMALL, "33 name": st.sampled_from(["a", "b"]), "weight": SMALL | TENTHS}
)
INPUTS = st.fixed_dictionaries(
    {"prompt": st.sampled_from(["", "cat", "a cat"])},
    optional={
        "duration": st.integers(1, 20),
        "seed": SMALL,
        "strength": st.none() | st.floats(-1, 2) | TENTHS,
        "hd": st.booleans(),
        "ratio": st.sampled_from(["16:9", "9:16"]),
        "33_steps": SMALL,
        "tags": st.lists(st.sampled_from(["cat", "dog"]), max_size=2),
        "parts": st.lists(PART, max_size=3),
        "size": st.fixed_dictionaries({}, optional={"width": SMALL, "height": SMALL}),
        "odd": st.sampled_from([1, "x"]),
    },
)


def rules_file(rules: list[str]) -> str:
    return "\n".join(entry(rule, id=f"rule-{number}") for number, rule in enumerate(rules))


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> FolderPlan:
    """The plan of all rules; their examples are not checked here."""
    folder = tmp_path_factory.mktemp("rules")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "runcomfy_codegen.planning.model_rules.rule_specs.wrong_examples", lambda *_: ()
        )
        folder_plan = plan_with_rules(folder, rules_file(ACCEPTED))
    assert folder_plan.is_valid, folder_plan.diagnostics
    return folder_plan


@pytest.fixture(scope="module")
def module(plan: FolderPlan) -> ModuleType:
    return module_of(plan)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("simulated")
    plan_with_rules(folder, rules_file(ACCEPTED))
    return folder / "s"


def broken_in_client(module: ModuleType, inputs: dict[str, Any]) -> set[str]:
    assert module.Input.model_validate(inputs)
    return {rule.id for rule, _ in library.broken_rules(module.RULES, inputs)}


def test_a_module_below_that_is_called_rules_replaces_nothing(tmp_path: Path) -> None:
    rule = entry("given(seed) or duration > 3", breaks="[{duration = 1}]")
    module = module_of(plan_with_rules(tmp_path, rule))
    vars(module)["rules"] = ModuleType("rules")  # as the import of `acme/one/rules` does
    assert broken_in_client(module, {"prompt": "", "seed": 1, "duration": 1}) == set()
    assert broken_in_client(module, {"prompt": "", "duration": 1}) == {"one"}


def broken_in_generator(specs: tuple[RuleSpec, ...], inputs: dict[str, Any]) -> set[str]:
    return {spec.id for spec in specs if not keeps(spec.condition, spec.inputs, inputs)}


def broken_in_simulator(folder: Path, inputs: dict[str, Any]) -> set[str]:
    errors = rule_errors(folder, "acme/one", copy.deepcopy(INPUT), inputs)
    return {error.keyword for error in errors}


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(INPUTS)
def test_client_generator_and_simulator_give_one_verdict(
    plan: FolderPlan, module: ModuleType, folder: Path, inputs: dict[str, Any]
) -> None:
    expected = broken_in_client(module, inputs)
    assert broken_in_generator(plan.models[0].rules, inputs) == expected
    assert broken_in_simulator(folder, inputs) == expected


def test_every_rule_can_be_kept_and_broken(plan: FolderPlan, module: ModuleType) -> None:
    """Otherwise the three readings might agree by accident."""
    remaining = {(rule.id, is_broken) for rule in module.RULES for is_broken in (False, True)}

    @settings(max_examples=3000, database=None, phases=[Phase.generate])
    @given(INPUTS)
    def draw(inputs: dict[str, Any]) -> None:
        broken = broken_in_client(module, inputs)
        remaining.difference_update((rule.id, rule.id in broken) for rule in module.RULES)
        if not remaining:
            raise StopIteration  # ends the draws

    with suppress(StopIteration):
        draw()
    assert not remaining


Read = Callable[[dict[str, Any]], set[str]]


@pytest.fixture
def readings(plan: FolderPlan, module: ModuleType, folder: Path) -> list[Read]:
    return [
        lambda inputs: broken_in_client(module, inputs),
        lambda inputs: broken_in_generator(plan.models[0].rules, inputs),
        lambda inputs: broken_in_simulator(folder, inputs),
    ]


@pytest.mark.parametrize(
    ("inputs", "rule", "is_broken"),
    [
        ({}, "duration == 10", False),  # the page's default
        ({"duration": 9}, "duration == 10", True),
        ({}, "min(duration, seed) > 1", False),  # seed has no value
        ({"seed": 1}, "min(duration, seed) > 1", True),
        ({"strength": None}, "strength < 1", False),  # null counts as not given
        ({"strength": 2}, "strength < 1", True),
        ({}, "given(seed) or hd", True),
        ({"parts": [{}, {}]}, "sum(part.length for part in parts) == duration", False),
        ({"parts": [{}]}, "sum(part.length for part in parts) == duration", True),
        ({"parts": []}, "max(part.length for part in parts if part.length > 1) - 1 < duration", 0),
        ({"parts": [{}]}, "all(part.weight > 0 for part in parts)", False),
        ({"size": {"width": 3, "height": 0}}, ACCEPTED[19], False),  # no quotient
        ({"size": {"width": 3, "height": 1}}, ACCEPTED[19], True),
        ({"size": {"width": 3}}, ACCEPTED[19], False),
        ({"parts": [{"weight": 0.1}, {"weight": 0.2}]}, ACCEPTED[23], False),  # 0.3 in decimals
        ({"parts": [{"weight": 0.1}, {"weight": 0.21}]}, ACCEPTED[23], True),
        ({"size": {"width": 3, "height": 10}}, "size.width / size.height in (0.3, 1.5)", False),
        ({"strength": 0.7}, "strength % 0.1 == 0", False),
        ({"strength": 0.75}, "strength % 0.1 == 0", True),
        ({"strength": 0.3}, "strength * 3 <= 0.9", False),
        ({"strength": 0.31}, "strength * 3 <= 0.9", True),
    ],
)
def test_a_rule_about_a_missing_value_is_not_broken(
    inputs: dict[str, Any], rule: str, is_broken: bool, readings: list[Read]
) -> None:
    for read in readings:
        assert (f"rule-{ACCEPTED.index(rule)}" in read({"prompt": "x", **inputs})) == bool(
            is_broken
        )


@pytest.mark.parametrize(
    "code", ["__import__('os')", "prompt.upper()", "x ** 2", "(lambda: 1)", "exec('1')", "f'{x}'"]
)
def test_generated_code_is_checked_node_by_node(code: str) -> None:
    """Even if the resolver had let it through."""
    with pytest.raises(UnexpectedRuleError):
        source(ast.parse(code, mode="eval").body)
