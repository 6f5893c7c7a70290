"""Every rule has a test: a change that falls under it, and its verdict."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from runcomfy_codegen.diff import rules_by_kind
from runcomfy_codegen.diff.finding import Finding, Verdict
from runcomfy_codegen.diff.finding_rules import FINDING_RULES
from runcomfy_codegen.json_schema.values import ABSENT
from runcomfy_codegen.reading.documents import ModelDocuments

from .building import an_input, between, between_outputs, findings_of, model

TEXT, WHOLE, NUMBER = {"type": "string"}, {"type": "integer"}, {"type": "number"}
SMALL, LARGE = {**WHOLE, "minimum": 0, "maximum": 5}, {**WHOLE, "minimum": -1, "maximum": 9}
OBJECT: dict[str, Any] = {"type": "object", "additionalProperties": True}
ARRAY: dict[str, Any] = {"type": "array"}
LOOSE: dict[str, Any] = {**ARRAY, "unevaluatedItems": TEXT}
IMAGE = {**TEXT, "format": "image_uri"}
URL = "https://example.com/a.png"


def image_with_rule(rule: str, limit: Any, words: str = "too large") -> dict[str, Any]:
    names = ("validation_rule", "validation_value", "validation_error")
    return {**IMAGE, "validations": [dict(zip(names, (rule, limit, words), strict=True))]}


def both_ways(keyword: str, base: Any, tight: Any, loose: Any) -> list[tuple[str, Any, Any]]:
    """Return the cases of one keyword: narrowed and widened."""
    return [
        (f"{keyword}-narrowed", {**base, **loose}, {**base, **tight}),
        (f"{keyword}-widened", {**base, **tight}, {**base, **loose}),
    ]


def bound_cases(name: str, base: Any) -> list[tuple[str, Any, Any]]:
    """Return the cases of the two bounds of a size."""
    few, many = f"min{name.title()}", f"max{name.title()}"
    return [
        (f"min-{name}-raised", {**base, few: 1}, {**base, few: 2}),
        (f"min-{name}-lowered", {**base, few: 1}, base),
        (f"max-{name}-lowered", {**base, many: 9}, {**base, many: 8}),
        (f"max-{name}-raised", {**base, many: 9}, base),
    ]


PRICE = {"base_price_usd": 0.1}
LISTED = {**PRICE, "description": "one", "price_unit": "second", "pricing_note": "4k: thrice"}


def model_in_catalog(**changes: Any) -> ModelDocuments:
    """Return a model with facts of the catalog."""
    return model(an_input(), catalog={**LISTED, **changes})


LOGIC: dict[str, tuple[Any, Any, Any]] = {
    "unique-items": ({**ARRAY, "items": TEXT}, {"uniqueItems": True}, None),
    "prefix-items": (ARRAY, {"prefixItems": [TEXT]}, None),
    "contains": (ARRAY, {"contains": TEXT}, {"contains": WHOLE}),
    "property-names": (
        OBJECT,
        {"propertyNames": {"maxLength": 3}},
        {"propertyNames": {"minLength": 3}},
    ),
    "pattern-properties": (
        OBJECT,
        {"patternProperties": {"^a": TEXT}},
        {"patternProperties": {"^a": WHOLE}},
    ),
    "dependent-required": (
        OBJECT,
        {"dependentRequired": {"a": ["b"]}},
        {"dependentRequired": {"a": ["c"]}},
    ),
    "dependent-schemas": (
        OBJECT,
        {"dependentSchemas": {"a": {"required": ["b"]}}},
        {"dependentSchemas": {"a": {"required": ["c"]}}},
    ),
    "not": (WHOLE, {"not": {"minimum": 5}}, {"not": {"maximum": 5}}),
    "if": (
        WHOLE,
        {"if": {"minimum": 5}, "then": {"multipleOf": 2}},
        {"if": {"minimum": 5}, "then": {"multipleOf": 3}},
    ),
}
"""Rule's name: a schema, keywords that narrow it, and others that cannot be compared with them."""

INPUTS: list[tuple[str, Any, Any]] = [
    ("type-narrowed", NUMBER, WHOLE),
    ("type-widened", WHOLE, NUMBER),
    ("type-changed", WHOLE, TEXT),
    *both_ways("items", ARRAY, {"items": TEXT}, {}),
    *both_ways(
        "additional-properties",
        an_input(a=TEXT),
        {"additionalProperties": False},
        {"additionalProperties": True},
    ),
    *both_ways(
        "additional-properties",
        {"type": "object", "properties": {"a": TEXT}},
        {"additionalProperties": WHOLE},
        {"additionalProperties": True},
    ),
    *both_ways("multiple-of", WHOLE, {"multipleOf": 4}, {"multipleOf": 2}),
    ("multiple-of-changed", {**WHOLE, "multipleOf": 2}, {**WHOLE, "multipleOf": 3}),
    ("enum-value-gone", {"enum": ["a", "b"]}, {"enum": ["a"]}),
    ("enum-value-gone", {"enum": ["a", "b"]}, {"const": "a"}),
    ("enum-value-added", {"enum": ["a"]}, {"enum": ["a", "b"]}),
    ("enum-set", TEXT, {**TEXT, "enum": ["a"]}),
    ("enum-dropped", {**NUMBER, "enum": [1.5]}, NUMBER),
    ("enum-name-gone", {**TEXT, "enum": ["a"]}, TEXT),
    ("enum-renamed", {**TEXT, "enum": ["a"]}, {**ARRAY, "items": {**TEXT, "enum": ["a"]}}),
    ("minimum-raised", {**WHOLE, "minimum": 1}, {**WHOLE, "minimum": 2}),
    ("minimum-raised", {**NUMBER, "minimum": 1}, {**NUMBER, "exclusiveMinimum": 1}),
    ("minimum-lowered", {**WHOLE, "minimum": 1}, WHOLE),
    ("maximum-lowered", WHOLE, {**WHOLE, "maximum": 4}),
    ("maximum-raised", {**WHOLE, "maximum": 4}, {**WHOLE, "maximum": 5}),
    *bound_cases("length", TEXT),
    *bound_cases("items", {**ARRAY, "items": TEXT}),
    *bound_cases("properties", OBJECT),
    ("pattern-added", TEXT, {**TEXT, "pattern": "^a"}),
    ("pattern-dropped", {**TEXT, "pattern": "^a"}, TEXT),
    ("pattern-changed", {**TEXT, "pattern": "^a"}, {**TEXT, "pattern": "^ab?"}),
    ("union-member-gone", {"anyOf": [TEXT, WHOLE]}, {"anyOf": [TEXT]}),
    ("union-member-gone", {"anyOf": [TEXT, WHOLE]}, TEXT),
    ("union-member-added", {"anyOf": [TEXT]}, {"anyOf": [TEXT, WHOLE]}),
    ("union-member-added", TEXT, {"oneOf": [TEXT, WHOLE]}),
    ("union-narrowed", {"minimum": 3}, {"minimum": 3, "anyOf": [TEXT, WHOLE]}),
    ("union-widened", {"minimum": 3, "anyOf": [TEXT, WHOLE]}, {"minimum": 3}),
    ("media-kind-set", TEXT, IMAGE),
    ("media-kind-dropped", IMAGE, TEXT),
    ("media-kind-changed", IMAGE, {**TEXT, "format": "video_uri"}),
    ("media-sample-gone", {**IMAGE, "default": "a.png"}, {**IMAGE, "default": URL}),
    ("media-sample-gone", {**IMAGE, "examples": ["a.png"]}, {**IMAGE, "examples": ["b.png"]}),
    ("media-sample-gone", an_input(url={**IMAGE, "default": "a.png"}), an_input(url=IMAGE)),
    ("media-sample-added", IMAGE, {**IMAGE, "examples": ["a.png", URL]}),
    ("example-changed", IMAGE, {**IMAGE, "examples": [URL]}),
    ("media-rule-tightened", IMAGE, image_with_rule("file_size_mb<", 50)),
    (
        "media-rule-tightened",
        image_with_rule("file_size_mb<", 50),
        image_with_rule("file_size_mb<", 40),
    ),
    (
        "media-rule-tightened",
        image_with_rule("width_pixels>", 300),
        image_with_rule("width_pixels>", "400"),
    ),
    (
        "media-rule-loosened",
        image_with_rule("width/height<", 2.5),
        image_with_rule("width/height<", 3),
    ),
    (
        "media-rule-loosened",
        image_with_rule("file_size_mb<", 50),
        image_with_rule("file_size_mb<=", 50),
    ),
    ("media-rule-loosened", image_with_rule("file_size_mb<", 50), IMAGE),
    ("media-rule-changed", image_with_rule("codec", "h264"), image_with_rule("codec", "h265")),
    (
        "media-rule-message-changed",
        image_with_rule("fps<", 50),
        image_with_rule("fps<", 50, "too fast"),
    ),
    ("default-changed", {**WHOLE, "default": 1}, {**WHOLE, "default": 2}),
    ("default-changed", WHOLE, {**WHOLE, "default": 2}),
    ("format-changed", {**TEXT, "format": "uri"}, {**TEXT, "format": "email"}),
    ("title-changed", {**TEXT, "title": "A"}, {**TEXT, "title": "B"}),
    ("description-changed", TEXT, {**TEXT, "description": "B"}),
    ("example-changed", {**TEXT, "examples": ["a"]}, TEXT),
    ("annotation-changed", TEXT, {**TEXT, "deprecated": True}),
    ("order-changed", {"enum": ["a", "b"]}, {"enum": ["b", "a"]}),
    ("rewritten", {**WHOLE, "minimum": 1}, {**WHOLE, "exclusiveMinimum": 0}),
    ("rewritten", {"type": ["string", "null"]}, {"anyOf": [TEXT, {"type": "null"}]}),
    ("unread-changed", {**WHOLE, "format": "int_slider_with_range"}, WHOLE),
    ("unread-changed", WHOLE, {**WHOLE, "x-widget": "slider"}),
    ("unsupported-changed", WHOLE, {**WHOLE, "$dynamicRef": "#a"}),
    (
        "prefix-items-changed",
        {**ARRAY, "prefixItems": [TEXT], "items": False},
        {**ARRAY, "prefixItems": [TEXT, WHOLE], "items": False, "minItems": 2},
    ),
    ("not-compared", {**LOOSE, "prefixItems": [TEXT, WHOLE]}, {**LOOSE, "prefixItems": [TEXT]}),
    ("class-gone", {"anyOf": [an_input(a=TEXT), TEXT]}, TEXT),
    *((f"{name}-narrowed", base, {**base, **tight}) for name, (base, tight, _) in LOGIC.items()),
    *((f"{name}-widened", {**base, **tight}, base) for name, (base, tight, _) in LOGIC.items()),
    *(
        (f"{name}-changed", {**base, **schema}, {**base, **unrelated})
        for name, (base, schema, unrelated) in LOGIC.items()
        if unrelated
    ),
]
"""Rule, and the schemas of one property between which it finds something."""

OUTPUTS: list[tuple[str, Any, Any]] = [
    ("output-type-widened", WHOLE, NUMBER),
    (
        "output-widened",
        {"type": "object", "additionalProperties": TEXT},
        {**an_input(a=WHOLE), "additionalProperties": TEXT},
    ),
    ("output-type-narrowed", NUMBER, WHOLE),
    ("output-type-changed", TEXT, WHOLE),
    ("output-value-added", {**TEXT, "enum": ["a"]}, {**TEXT, "enum": ["a", "b"]}),
    ("output-value-gone", {**TEXT, "enum": ["a", "b"]}, {**TEXT, "enum": ["b"]}),
    ("output-media-changed", IMAGE, {**TEXT, "format": "video_uri"}),
    ("output-widened", {**WHOLE, "maximum": 3}, WHOLE),
    ("output-narrowed", {**ARRAY, "maxItems": 3}, {**ARRAY, "maxItems": 2}),
    ("output-changed", {**TEXT, "pattern": "^a"}, {**TEXT, "pattern": "^b"}),
    ("output-widened", {**OBJECT, "maxProperties": 3}, OBJECT),
    ("output-narrowed", OBJECT, {**OBJECT, "dependentRequired": {"a": ["b"]}}),
    ("output-gone", an_input(a=TEXT), an_input()),
    ("class-changed", {"type": "object"}, an_input(a=TEXT)),
    ("class-changed", {}, an_input(a=TEXT)),
    ("class-changed", {**ARRAY, "items": OBJECT}, {**ARRAY, "items": an_input(a=TEXT)}),
    ("output-added", an_input(), an_input(a=TEXT)),
    ("output-made-optional", {**an_input(a=TEXT), "required": ["a"]}, an_input(a=TEXT)),
    ("output-made-certain", an_input(a=TEXT), {**an_input(a=TEXT), "required": ["a"]}),
]


@pytest.mark.parametrize(("rule", "old", "new"), INPUTS)
def test_a_change_of_an_input_falls_under_its_rule(rule: str, old: Any, new: Any) -> None:
    assert_found(rule, between(old, new))


@pytest.mark.parametrize(("rule", "old", "new"), OUTPUTS)
def test_a_change_of_an_output_falls_under_its_rule(rule: str, old: Any, new: Any) -> None:
    assert_found(rule, between_outputs(old, new))


def assert_found(rule: str, findings: list[Finding]) -> None:
    """Check that there is a finding under `rule`, and none that is worse."""
    assert rule in {finding.rule for finding in findings}, findings
    assert max(finding.verdict for finding in findings) is FINDING_RULES[rule].verdict, findings
    assert all(finding.place.document and finding.message for finding in findings)


LINK = {"$ref": "#/$defs/one"}


def model_that_refuses(limit: int, keyword: str = "minimum") -> Any:
    """Return a model whose input `x` must not be valid under a definition."""
    schema = an_input(x={**NUMBER, "not": LINK})
    return model({**schema, "$defs": {"one": {keyword: limit}}})


MODELS: list[tuple[str, str, Any, Any]] = [
    ("model-gone", "", model(an_input()), None),
    ("model-added", "", None, model(an_input())),
    ("input-gone", "/properties/a", model(an_input(a=TEXT)), model(an_input())),
    ("input-added", "/properties/a", model(an_input()), model(an_input(a=TEXT))),
    (
        "required-input-added",
        "/properties/a",
        model(an_input()),
        model({**an_input(a=TEXT), "required": ["a"]}),
    ),
    (
        "free-input-ruled",
        "/properties/a",
        model({**an_input(), "additionalProperties": True}),
        model({**an_input(a=TEXT), "additionalProperties": True}),
    ),
    (
        "input-made-required",
        "/properties/a",
        model(an_input(a=TEXT)),
        model({**an_input(a=TEXT), "required": ["a"]}),
    ),
    (
        "input-made-optional",
        "/properties/a",
        model({**an_input(a=TEXT), "required": ["a"]}),
        model(an_input(a=TEXT)),
    ),
    ("schema-narrowed", "/properties/x", model_that_refuses(5), model_that_refuses(3)),
    ("schema-widened", "/properties/x", model_that_refuses(3), model_that_refuses(5)),
    ("schema-changed", "/properties/x", model_that_refuses(3), model_that_refuses(3, "maximum")),
    ("docs-url-changed", "", model(an_input(), page={"docs_url": "a"}), model(an_input())),
    ("price-changed", "/base_price_usd", model_in_catalog(), model_in_catalog(base_price_usd=0.2)),
    ("price-changed", "/base_price_usd", model(an_input()), model(an_input(), catalog=PRICE)),
    (
        "price-unit-changed",
        "/price_unit",
        model_in_catalog(),
        model_in_catalog(price_unit="output"),
    ),
    (
        "pricing-note-changed",
        "/pricing_note",
        model_in_catalog(),
        model_in_catalog(pricing_note="4k: twice"),
    ),
    (
        "catalog-changed",
        "/description",
        model_in_catalog(),
        model_in_catalog(description="another"),
    ),
    ("example-changed", "", model(an_input(), example={"a": 1}), model(an_input(), example={})),
]
"""Rule, pointer, and two models, one of which may be missing."""


@pytest.mark.parametrize(("rule", "pointer", "old", "new"), MODELS)
def test_a_change_of_a_model_falls_under_its_rule(
    rule: str, pointer: str, old: Any, new: Any
) -> None:
    (finding,) = findings_of(old, new)
    assert (finding.rule, finding.verdict) == (rule, FINDING_RULES[rule].verdict)
    assert finding.place.pointer == pointer
    assert finding.before is not ABSENT or finding.after is not ABSENT


def test_a_medium_of_the_example_that_clients_no_longer_accept_is_gone() -> None:
    schema = an_input(url=IMAGE)
    old, new = model(schema, example={"url": "a.png"}), model(schema, example={"url": URL})
    assert {finding.rule for finding in findings_of(old, new)} == {
        "example-changed",
        "media-sample-gone",
    }
    assert {finding.rule for finding in findings_of(new, old)} == {
        "example-changed",
        "media-sample-added",
    }


TESTED_ELSEWHERE = {
    "price-factor-changed",
    *("rule-added", "rule-gone", "rule-changed", "rule-loosened", "rule-words-changed"),
    *("quote-stale", "patch-stale", "translation-stale"),
    "language-changed",
    *("base-url-changed", "endpoint-changed", "status-added", "status-gone"),
    *("model-renamed", "rename-changed", "module-renamed", "attribute-renamed"),
}
"""Rules about more than the schemas of one model, which are tested elsewhere."""


def test_every_rule_has_a_test() -> None:
    tested = {rule for rule, *_ in (*INPUTS, *OUTPUTS, *MODELS)} | TESTED_ELSEWHERE
    assert FINDING_RULES.keys() - tested == set()


@pytest.mark.parametrize("rule", FINDING_RULES)
def test_every_rule_has_a_short_reason(rule: str) -> None:
    assert 10 < len(FINDING_RULES[rule].reason) < 80


def test_every_kind_of_change_falls_under_known_rules() -> None:
    tables = (*rules_by_kind.INPUT_RULE_NAMES.values(), *rules_by_kind.OUTPUT_RULE_NAMES.values())
    names = {name for names in tables for name in names} | set(
        rules_by_kind.ANNOTATION_RULE_NAMES.values()
    )
    assert names - FINDING_RULES.keys() == set()


def test_a_free_name_that_now_has_values_of_another_type_is_ruled() -> None:
    old = {**OBJECT, "additionalProperties": TEXT}
    findings = between(old, {**old, "properties": {"a": WHOLE}})
    assert [(finding.rule, finding.place.pointer.rpartition("/")[2]) for finding in findings] == [
        ("free-input-ruled", "a")
    ]


PLACES: dict[str, Callable[[Any], dict[str, Any]]] = {
    "items": lambda schema: {**ARRAY, "items": schema},
    "prefixItems/1": lambda schema: {**ARRAY, "prefixItems": [TEXT, schema], "items": False},
    "properties/a~1b": lambda schema: {**OBJECT, "properties": {"a/b": schema}},
    "additionalProperties": lambda schema: {**OBJECT, "additionalProperties": schema},
    "anyOf/1": lambda schema: {"anyOf": [TEXT, schema]},
    "oneOf/1": lambda schema: {"oneOf": [TEXT, schema]},
    "allOf/1": lambda schema: {"allOf": [{"minimum": 0}, schema]},
    "items/properties/p": lambda schema: {
        **ARRAY,
        "items": {**OBJECT, "properties": {"p": schema}},
    },
}


@pytest.mark.parametrize(("place", "within"), PLACES.items())
def test_a_change_inside_a_schema_is_found_at_its_place(
    place: str, within: Callable[[Any], dict[str, Any]]
) -> None:
    (finding,) = between(within(WHOLE), within({**WHOLE, "maximum": 5}))
    assert finding.rule == "maximum-lowered"
    assert str(finding.place) == f"input.json#/properties/x/{place}/maximum"


def test_the_verdict_of_a_rule_may_be_overridden() -> None:
    old, new = (model(an_input(x={**WHOLE, "default": default})) for default in (1, 2))
    (finding,) = findings_of(old, new, **{"default-changed": Verdict.BREAKING})
    assert finding.verdict is Verdict.BREAKING


def test_a_change_is_found_behind_a_definition_that_is_used_twice() -> None:
    """The overlap of a union grows, which no keyword by itself explains."""

    def a_model(least: int) -> ModelDocuments:
        pair = an_input(p=LINK, q=LINK)
        union = {"oneOf": [{**WHOLE, "maximum": 5}, {**WHOLE, "minimum": least}]}
        return model({**an_input(a=pair, x=union), "$defs": {"one": {**ARRAY, "items": WHOLE}}})

    assert {finding.rule for finding in findings_of(a_model(7), a_model(4))} == {
        "schema-narrowed",
        "minimum-lowered",
    }


def test_a_name_without_a_property_that_has_to_be_there_is_made_required() -> None:
    findings = between(OBJECT, {**OBJECT, "required": ["z"]})
    assert [(finding.rule, finding.place.pointer.rpartition("/")[2]) for finding in findings] == [
        ("input-made-required", "required")
    ]


def test_the_number_of_matches_is_part_of_contains_alone() -> None:
    old = {**ARRAY, "items": TEXT, "minContains": 1}
    assert {finding.rule for finding in between(old, {**old, "minContains": 2})} == {"rewritten"}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (IMAGE, image_with_rule("max_width", 9), 'the rule on files is now `"max_width 9"`'),
        (
            image_with_rule("max_width", 9),
            IMAGE,
            'the rule on files `"max_width 9"` was removed',
        ),
        (
            image_with_rule("max_width", 9),
            image_with_rule("max_width", 8),
            'the rule on files changed from `"max_width 9"` to `"max_width 8"`',
        ),
    ],
)
def test_the_change_of_a_media_rule_says_both_rules(old: Any, new: Any, words: str) -> None:
    assert words in {finding.message for finding in between(old, new)}


NULLABLE: list[tuple[Any, Any, list[str]]] = [
    ({"items": TEXT}, {"items": {**TEXT, "nullable": True}}, ["output-widened"]),
    ({"items": {**TEXT, "nullable": True}}, {"items": TEXT}, ["output-narrowed"]),
    (
        {**TEXT, "nullable": True, "maxLength": 3},
        {**TEXT, "nullable": True, "maxLength": 4},
        ["output-widened"],
    ),
]


@pytest.mark.parametrize(("old", "new", "rules"), NULLABLE)
def test_an_output_that_is_nullable_is_compared_as_a_union_with_null(
    old: Any, new: Any, rules: list[str]
) -> None:
    assert [finding.rule for finding in between_outputs(old, new)] == rules


def test_another_way_to_write_nullable_changes_no_value() -> None:
    old, new = {**TEXT, "nullable": True}, {"type": ["string", "null"]}
    assert {finding.verdict for finding in between_outputs(old, new)} <= {Verdict.WORDS}
