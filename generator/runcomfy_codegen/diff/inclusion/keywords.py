"""What the keywords of JSON Schema are about: data alone."""

from __future__ import annotations

EVERY_TYPE = frozenset({"array", "boolean", "integer", "null", "number", "object", "string"})

ABOUT = {
    **dict.fromkeys(("minLength", "maxLength", "pattern", "x-media", "x-media-rules"), "string"),
    **dict.fromkeys(
        ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"), "number"
    ),
    **dict.fromkeys(
        "contains items maxContains maxItems minContains minItems prefixItems uniqueItems".split(),
        "array",
    ),
    **dict.fromkeys(
        "additionalProperties dependentRequired dependentSchemas maxProperties minProperties "
        "patternProperties properties propertyNames required".split(),
        "object",
    ),
}
"""Keywords that are about one type of value; they let all others pass."""

CONSTRAINTS = frozenset(
    {*ABOUT, "$ref", "allOf", "anyOf", "const", "else", "enum", "if", "not", "oneOf", "then"}
    | {"type"}
)
"""Every keyword that may refuse a value; the rest only describes."""


def concerns(keyword: str, types: frozenset[str]) -> bool:
    """Whether `keyword` may refuse a value of one of `types`."""
    about = ABOUT.get(keyword)
    return about is None or about in types or (about == "number" and "integer" in types)
