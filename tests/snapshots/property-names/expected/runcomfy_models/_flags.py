# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/property-names": (
        '{"name": "33_string", "required": true, "types": ["string"], "help": "Prompt."}',
        '{"name": "243_text", "types": ["string"]}',
        '{"name": "promptText", "types": ["string"]}',
        '{"name": "aspect-ratio", "types": ["string"]}',
        '{"name": "größe", "types": ["string"]}',
        '{"name": "class", "types": ["string"]}',
        '{"name": "type", "types": ["string"]}',
        '{"name": "match", "types": ["string"]}',
        '{"name": "__init__", "types": ["string"]}',
        '{"name": "_hidden", "types": ["string"]}',
        '{"name": "a b", "types": ["string"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
