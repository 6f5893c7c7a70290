# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/arrays": (
        '{"name": "point", "types": ["array"], "facts": ["range: at least 2 items"]}',
        '{"name": "tags", "types": ["array"], "items": {"types": ["string"]}}',
        '{"name": "empty", "types": ["array"]}',
        '{"name": "rest", "types": ["array"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
