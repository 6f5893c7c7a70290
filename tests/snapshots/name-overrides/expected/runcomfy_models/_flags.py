# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/name-overrides": (
        '{"name": "a-b", "types": ["string"]}',
        '{"name": "a_b", "types": ["string"]}',
        '{"name": "loras", "types": ["array"], "items": {"types": ["object"], "fields": {"path": {"types": ["string"]}}}}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
