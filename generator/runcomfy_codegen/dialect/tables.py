"""What the dialect adds to JSON Schema, and what becomes of each keyword: data alone."""

from __future__ import annotations

TYPES = frozenset({"array", "boolean", "integer", "null", "number", "object", "string"})

TYPE_NAMES = {"float": "number"}
"""Types of the dialect: the JSON Schema type that is meant."""

IMPLIED_TYPES = {
    "properties": "object",
    "items": "array",
    "minItems": "array",
    "maxItems": "array",
    "uniqueItems": "array",
    "minLength": "string",
    "maxLength": "string",
    "minimum": "number",
    "maximum": "number",
    "exclusiveMinimum": "number",
    "exclusiveMaximum": "number",
    "multipleOf": "number",
}
"""Keywords that are about one type: the type that is meant where none is declared."""

WIDGET_FORMATS = frozenset({"str", "int_slider_with_range", "float_slider_with_range"})
"""Formats that pick a widget of the web page and constrain nothing."""

MEDIA_FORMATS = {"image_uri": "image", "video_uri": "video", "audio_uri": "audio"}
"""Formats of a string that is the URL of a medium: the kind of medium."""

MEDIA_LIST_FORMATS = {"image_uris": "image", "video_uris": "video", "audio_uris": "audio"}
"""Formats of an array of such strings."""

MEDIA_WORDS = {"image": "image", "mask": "image", "video": "video", "audio": "audio"}
"""Words in the name of a property that ends in `_url` or `_urls`: the kind of medium."""

PLAIN_FORMATS = frozenset(
    "date date-time duration email hostname idn-email idn-hostname ipv4 ipv6 iri iri- "
    "reference json-pointer regex relative-json-pointer time uri uri-reference uri-template "
    "uuid".split()
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
    "$defs $ref additionalProperties anyOf const enum exclusiveMaximum exclusiveMinimum items "
    "maxItems maxLength maximum minItems minLength minimum multipleOf oneOf properties "
    "required type uniqueItems".split()
)
"""Constraints that the generated types keep."""

REFUSED = frozenset(
    "$dynamicAnchor $dynamicRef $recursiveAnchor $recursiveRef additionalItems allOf contains "
    "dependencies dependentRequired dependentSchemas else if maxContains maxProperties "
    "minContains minProperties not pattern patternProperties prefixItems propertyNames then "
    "unevaluatedItems unevaluatedProperties".split()
)
"""Constraints that the types cannot keep yet: an error, never silence."""

TYPING = frozenset("$defs $ref additionalProperties anyOf items oneOf properties type".split())
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
