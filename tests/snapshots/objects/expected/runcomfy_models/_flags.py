# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/objects": (
        '{"name": "headers", "types": ["object"]}',
        '{"name": "weights", "types": ["object"], "open": true, "facts": ["range: 1 to 3 properties"]}',
        '{"name": "options", "types": ["object"], "fields": {"seed": {"types": ["integer"]}}, "open": true}',
        '{"name": "keyed", "types": ["object"], "open": true}',
        '{"name": "mask", "types": ["string"], "media": "image", "facts": ["media: image"]}',
        '{"name": "image", "types": ["string"], "media": "image", "facts": ["media: image"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
