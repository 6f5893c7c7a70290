"""Tables of what the dialect adds to JSON Schema."""

from __future__ import annotations

from runcomfy_codegen.json_schema.keywords import CONSTRAINTS, KEYWORDS

TYPE_ALIASES = {"float": "number"}
"""Type of the dialect: the JSON Schema type that is meant."""

WIDGET_FORMATS = frozenset({"str", "int_slider_with_range", "float_slider_with_range"})
"""Formats that select a widget of the web page, and constrain nothing."""

MEDIA_FORMATS = {"image_uri": "image", "video_uri": "video", "audio_uri": "audio"}
"""Format of a string that is the URL of a medium: the kind of medium."""

MEDIA_LIST_FORMATS = {"image_uris": "image", "video_uris": "video", "audio_uris": "audio"}
"""Format of an array of such strings: the kind of medium."""

MEDIA_WORDS = {
    "image": "image",
    "mask": "image",
    "frame": "image",
    "video": "video",
    "audio": "audio",
}
"""Word in the name of a text that is the URL of a medium: the kind of medium. It is the last word,
or before `url`; both may be plurals."""

STANDARD_FORMATS = frozenset(
    "date date-time duration email hostname idn-email idn-hostname ipv4 ipv6 iri "
    "iri-reference json-pointer regex relative-json-pointer time uri uri-reference "
    "uri-template uuid".split()
)
"""Formats of JSON Schema 2020-12, which are annotations: they constrain nothing by themselves."""

MEDIA = "x-media"
"""Our own annotation, whose value is the kind of medium behind a string."""

MEDIA_LIMITS = "x-media-limits"
"""Our own annotation, `[[rule, value, message], …]` about the medium behind a string."""

MEDIA_SAMPLES = "x-media-samples"
"""Our own annotation, with the page's values of a medium that are not https URLs, such as the name
of a file that the service has. Clients accept them."""

CONTENT_TYPES = "x-media-types"
"""Our own annotation, `[[id, content types, quote], …]`, rules in words about a medium."""

FORM_VALUE = "x-form-value"
"""Our own annotation, a `default` that only fills the form of the page."""

PUBLISHED_FORM_VALUE = "x-form-default"
"""The same in published schemas."""

PUBLISHED_MEDIA_RULES = "x-media-rules"
"""The keyword of the limits and content types of a medium in published schemas, as objects."""

DIALECT_KEYWORDS = frozenset({"nullable", "validations"})
"""Keywords of the docs that JSON Schema does not have, and that are read."""

TYPE_OF_KEYWORD = {
    **{name: row.value_type for name, row in KEYWORDS.items() if row.value_type},
    **dict.fromkeys((MEDIA, MEDIA_LIMITS, CONTENT_TYPES, MEDIA_SAMPLES), "string"),
}
"""Keyword, our own included: the one JSON type that it is about."""

CONSTRAINTS_AND_MEDIA = CONSTRAINTS | {MEDIA, MEDIA_LIMITS}
"""Keywords that say which values fit, including what is behind a URL."""

ABOUT_THE_VALUE = CONSTRAINTS_AND_MEDIA | {MEDIA_SAMPLES, CONTENT_TYPES}
"""Keywords that `nullable` moves into a union with null, and that a type and its check share; the
others are annotations, such as `title`."""

TRANSLATION_KEY_PREFIX = "modelApiDoc_"
"""The beginning of the keys of the pages' translation."""

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
"""The output of a model whose docs show none, with the names that other docs show."""
