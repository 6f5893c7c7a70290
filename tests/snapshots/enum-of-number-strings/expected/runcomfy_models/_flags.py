# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/enum-of-number-strings": (
        '{"name": "duration", "types": ["string"], "choices": ["5", "6", "auto"], "facts": ["default: `\\"5\\"`"]}',
        '{"name": "wrong", "types": ["string"], "choices": ["5", "10"]}',
        '{"name": "mixed", "types": ["integer"], "choices": [1, 2]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
