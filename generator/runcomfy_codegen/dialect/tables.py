"""What the dialect adds to JSON Schema, and what becomes of each keyword: data alone."""

from __future__ import annotations

from runcomfy_codegen.json_schema.keywords import CONSTRAINTS, KEYWORDS

TYPE_NAMES = {"float": "number"}
"""Types of the dialect: the JSON Schema type that is meant."""

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

TYPE_OF_KEYWORD = {
    **{name: row.about for name, row in KEYWORDS.items() if row.about},
    **dict.fromkeys((MEDIA, MEDIA_RULES), "string"),
}
"""Keyword, our own included: the one JSON type that it is about."""

CONSTRAINTS_AND_MEDIA = CONSTRAINTS | {MEDIA, MEDIA_RULES}
"""Keywords that say which values fit, the media behind URLs included."""

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
