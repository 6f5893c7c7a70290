# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/unions": (
        '{"name": "size", "types": ["string", "object"], "fields": {"width": {"types": ["integer"]}, "height": {"types": ["integer"]}}}',
        '{"name": "images", "types": ["string", "array"], "media": "image", "items": {"types": ["string"], "media": "image"}, "facts": ["media: image"]}',
        '{"name": "value", "types": ["number", "string"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
