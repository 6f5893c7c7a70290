# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/large-integers": (
        '{"name": "seed", "types": ["integer"], "facts": ["range: -1 to 4294967295", "default: `-1`"]}',
        '{"name": "big", "types": ["integer"], "facts": ["range: at most 18446744073709551615"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
