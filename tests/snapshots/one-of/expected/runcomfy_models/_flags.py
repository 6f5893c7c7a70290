# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/one-of": (
        '{"name": "source", "types": ["object"], "fields": {"kind": {"types": ["string"], "choices": ["text"]}, "url": {"types": ["string"]}, "text": {"types": ["string"]}}}',
        '{"name": "size", "types": ["integer"]}',
        '{"name": "shape", "types": ["object", "null"], "fields": {"width": {"types": ["integer"]}, "height": {"types": ["integer"]}, "ratio": {"types": ["string"]}}}',
        '{"name": "length", "types": ["string"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
