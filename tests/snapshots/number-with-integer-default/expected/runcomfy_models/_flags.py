# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/number-with-integer-default": (
        '{"name": "strength", "types": ["number"], "facts": ["range: 0 to 2", "default: `1`"]}',
        '{"name": "open", "types": ["number"], "facts": ["range: more than 0, less than 1.5"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
