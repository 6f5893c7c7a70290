# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/additional-properties": (
        '{"name": "extra", "types": ["object"], "open": true}',
        '{"name": "weights", "types": ["object"], "open": true}',
        '{"name": "loose", "types": ["object"], "fields": {"a": {"types": ["string"]}}, "open": true}',
        '{"name": "anything"}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
