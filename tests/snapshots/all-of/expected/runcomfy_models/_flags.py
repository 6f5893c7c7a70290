# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/all-of": (
        '{"name": "lora", "types": ["object"], "fields": {"path": {"types": ["string"]}, "scale": {"types": ["number"]}}, "open": true}',
        '{"name": "base", "types": ["object"], "fields": {"path": {"types": ["string"]}}, "help": "The model to start from."}',
        '{"name": "limited", "types": ["integer"], "facts": ["range: 1 to 9"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
