# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/no-type": (
        '{"name": "short", "facts": ["range: at most 3 characters"]}',
        '{"name": "few", "facts": ["range: at least 1, at most 2 items"]}',
        '{"name": "either", "types": ["integer", "string"], "facts": ["range: at least 0, at most 3 characters"]}',
        '{"name": "mixed", "types": ["integer", "number", "string", "null"], "choices": ["a", 1, 2.5]}',
        '{"name": "bounded", "types": ["string"], "choices": ["a", "bb"], "facts": ["range: at most 1 character"]}',
        '{"name": "true", "types": ["boolean"], "choices": [true]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
