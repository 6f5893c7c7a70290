# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/reserved-names": (
        '{"name": "schema", "types": ["string"]}',
        '{"name": "copy", "types": ["string"]}',
        '{"name": "json", "types": ["string"]}',
        '{"name": "model_fields", "types": ["string"]}',
        '{"name": "model_config", "types": ["string"]}',
        '{"name": "self", "types": ["string"]}',
        '{"name": "list", "types": ["string"]}',
        '{"name": "str", "types": ["string"]}',
        '{"name": "Literal", "types": ["string"]}',
        '{"name": "Input", "types": ["string"]}',
        '{"name": "locals", "types": ["string"]}',
        '{"name": "to_payload", "types": ["string"]}',
        '{"name": "timeout", "types": ["string"]}',
        '{"name": "client", "types": ["string"]}',
        '{"name": "options", "types": ["string"]}',
        '{"name": "token", "types": ["string"]}',
        '{"name": "model_name", "types": ["string"]}',
        '{"name": "request_id", "types": ["string"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
