"""What the dialect adds to JSON Schema, and what becomes of each keyword: data alone."""

from __future__ import annotations

TYPES = frozenset({"array", "boolean", "integer", "null", "number", "object", "string"})

TYPE_NAMES = {"float": "number"}
"""Types of the dialect: the JSON Schema type that is meant."""

TYPE_OF_KEYWORD = {
    **dict.fromkeys(("minLength", "maxLength", "pattern"), "string"),
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
"""Keywords that are about one type of value: that type; they let all others pass."""

WIDGET_FORMATS = frozenset({"str", "int_slider_with_range", "float_slider_with_range"})
"""Formats that pick a widget of the web page and constrain nothing."""

MEDIA_FORMATS = {"image_uri": "image", "video_uri": "video", "audio_uri": "audio"}
"""Formats of a string that is the URL of a medium: the kind of medium."""

MEDIA_LIST_FORMATS = {"image_uris": "image", "video_uris": "video", "audio_uris": "audio"}
"""Formats of an array of such strings."""

MEDIA_WORDS = {"image": "image", "mask": "image", "video": "video", "audio": "audio"}
"""Words in the name of a property that ends in `_url` or `_urls`: the kind of medium."""

PLAIN_FORMATS = frozenset(
    "date date-time duration email hostname idn-email idn-hostname ipv4 ipv6 iri "
    "iri-reference json-pointer regex relative-json-pointer time uri uri-reference "
    "uri-template uuid".split()
)
"""Formats of JSON Schema 2020-12: annotations, which constrain nothing on their own."""

MEDIA = "x-media"
"""Our own annotation: the kind of medium behind a string."""

MEDIA_RULES = "x-media-rules"
"""Our own annotation: `[[rule, value, message], …]` of the medium behind a string."""

EXAMPLE = "x-example"
"""Our own annotation: what `default` shows where it is not what the server assumes."""

ANNOTATIONS = frozenset(
    "$anchor $comment $id $schema $vocabulary contentEncoding contentMediaType contentSchema "
    "default definitions deprecated description examples format readOnly title writeOnly".split()
)
"""Keywords that constrain nothing."""

KEPT = frozenset(
    "$defs $ref additionalProperties allOf anyOf const contains dependentRequired "
    "dependentSchemas else enum exclusiveMaximum exclusiveMinimum if items maxContains maxItems "
    "maxLength maxProperties maximum minContains minItems minLength minProperties minimum "
    "multipleOf not oneOf pattern patternProperties prefixItems properties propertyNames "
    "required then type uniqueItems".split()
)
"""Constraints that the generated types or their checks keep."""

REFUSED = frozenset(
    "$dynamicAnchor $dynamicRef $recursiveAnchor $recursiveRef additionalItems dependencies "
    "unevaluatedItems unevaluatedProperties".split()
)
"""Constraints that nothing here keeps: an error, never silence."""

CONSTRAINTS = KEPT - {"$defs"}

TYPING = frozenset(
    "$defs $ref additionalProperties allOf anyOf items oneOf prefixItems properties type".split()
)
"""The constraints that say what Python type an output has."""

DIALECT = frozenset({"nullable", "validations"})

UNTRANSLATED = "modelApiDoc_"
"""How the keys of the pages' translation begin."""

COMMON_OUTPUT = {
    "type": "object",
    "properties": {
        "image": {"type": "string", "format": "uri", "description": "URL of the image."},
        "video": {"type": "string", "format": "uri", "description": "URL of the video."},
        "audio": {"type": "string", "format": "uri", "description": "URL of the audio."},
        **{
            f"{kind}s": {
                "type": "array",
                "description": f"URLs of the {kind}s.",
                "items": {"type": "string", "format": "uri"},
            }
            for kind in ("image", "video", "audio")
        },
    },
}
"""The output of a model whose docs show none: the names that the docs show elsewhere."""
