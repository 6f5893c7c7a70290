# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/multiple-of-and-unique": (
        '{"name": "width", "types": ["integer"], "facts": ["range: at least 64", "a multiple of `8`"]}',
        '{"name": "scale", "types": ["number"], "facts": ["a multiple of `0.1`"]}',
        '{"name": "tags", "types": ["array"], "items": {"types": ["string"]}, "facts": ["no two items alike"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
