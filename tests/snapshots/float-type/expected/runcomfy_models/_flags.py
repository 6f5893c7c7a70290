# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/float-type": (
        '{"name": "cfg_scale", "types": ["number"], "facts": ["range: 0 to 1", "default: `0.5`"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
