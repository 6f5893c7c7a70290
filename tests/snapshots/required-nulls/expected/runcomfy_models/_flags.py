# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/required-nulls": (
        '{"name": "seed", "required": true, "types": ["integer", "null"]}',
        '{"name": "nothing", "required": true, "types": ["null"]}',
        '{"name": "constant", "required": true, "types": ["null"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
