# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/default-outside-its-constraints": (
        '{"name": "steps", "types": ["integer"], "facts": ["range: 1 to 50"]}',
        '{"name": "mode", "types": ["string"], "choices": ["a", "b"]}',
        '{"name": "flag", "types": ["boolean"]}',
        '{"name": "seed", "types": ["integer"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
