# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/old": (
        '{"name": "size", "types": ["integer"], "help": "Use scale.", "facts": ["deprecated", "range: at least 1"]}',
        '{"name": "id", "types": ["string"], "facts": ["read-only"]}',
        '{"name": "scale", "types": ["number"], "facts": ["default: `1`", "example: `1.5`", "example: `2`", "example: `3`", "example: `4`", "example: `5`"]}',
        '{"name": "format", "types": ["object"], "fields": {"name": {"types": ["string"]}}, "facts": ["deprecated", "example: `{\\"name\\": \\"png\\"}`"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
