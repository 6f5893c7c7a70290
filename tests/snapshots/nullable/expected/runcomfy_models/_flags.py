# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/nullable": (
        '{"name": "a", "required": true, "types": ["string", "null"]}',
        '{"name": "b", "types": ["integer", "null"], "facts": ["range: at least 1"]}',
        '{"name": "c", "types": ["string", "null"]}',
        '{"name": "d", "types": ["string", "null"], "choices": ["x"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
