# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/enum-of-one": (
        '{"name": "shot_type", "types": ["string"], "choices": ["customize"], "facts": ["default: `\\"customize\\"`"]}',
        '{"name": "kind", "types": ["string"], "choices": ["fixed"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
