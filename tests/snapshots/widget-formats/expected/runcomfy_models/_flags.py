# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/widget-formats": (
        '{"name": "text", "types": ["string"]}',
        '{"name": "steps", "types": ["integer"], "facts": ["range: 1 to 50"]}',
        '{"name": "scale", "types": ["number"], "facts": ["range: at least 0.5"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
