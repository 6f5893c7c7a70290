# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/no-type": (
        '{"name": "short", "facts": ["length in characters: 3 or less"]}',
        '{"name": "few", "facts": ["range: 1 or more", "items: 2 or less"]}',
        '{"name": "either", "types": ["integer", "string"], "facts": ["range: 0 or more", "length in characters: 3 or less"]}',
        '{"name": "mixed", "types": ["integer", "number", "string", "null"], "choices": ["a", 1, 2.5]}',
        '{"name": "bounded", "types": ["string"], "choices": ["a", "bb"], "facts": ["length in characters: 1 or less"]}',
        '{"name": "true", "types": ["boolean"], "choices": [true]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
