"""The quick look at a schema and the thorough one have the same verdict."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from runcomfy_codegen.json_schema.validation import is_sound, schema_problems

META = Draft202012Validator(Draft202012Validator.META_SCHEMA)
KEYWORDS = (
    "$anchor $comment $defs $dynamicAnchor $dynamicRef $id $ref $schema $vocabulary "
    "additionalProperties allOf anyOf const contains contentEncoding contentSchema default "
    "definitions dependencies dependentRequired dependentSchemas deprecated description else enum "
    "examples exclusiveMaximum exclusiveMinimum format if items maxContains maxItems maxLength "
    "maxProperties maximum minContains minItems minLength minProperties minimum multipleOf not "
    "oneOf pattern patternProperties prefixItems properties propertyNames readOnly required then "
    "title type unevaluatedItems unevaluatedProperties uniqueItems validations writeOnly"
).split()
ODD_VALUES: list[Any] = [
    *(None, True, False, 0, -1, 1.0, 1.5, -0.0, 2**70, -(10**400), 5e-324, 1e300),
    *("", "object", "#/a b", "#x", "x#y", "http://[", "(?<x>a)", "[", "\\p{L}", "1x", "A-b", "é"),
    *([], {}, ["a", "a"], ["string", "string"], ["string", "nope"], [True, 1], [1, 1.0]),
    *({"a": []}, {"a": ["x", "x"]}, {"(": {}}, {"\ud800": 1}, "\udfff"),
]
SCHEMAS = st.recursive(
    st.booleans() | st.just({}),
    lambda inner: st.dictionaries(
        st.sampled_from(KEYWORDS),
        st.one_of(
            st.sampled_from(ODD_VALUES),
            inner,
            st.lists(inner),
            st.dictionaries(st.text(max_size=2), inner),
        ),
        max_size=4,
    ),
    max_leaves=6,
)


@settings(max_examples=3 * settings().max_examples)
@given(SCHEMAS)
def test_a_sound_schema_keeps_to_the_metaschema(schema: Any) -> None:
    """The quick look leaves to the thorough one all that it cannot decide."""
    assert is_sound(schema) == META.is_valid(schema) or "\\ud" in json.dumps(schema)
    assert bool(list(schema_problems(schema))) is not META.is_valid(schema)
