# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/one": (
        '{"name": "duration", "types": ["integer"], "facts": ["range: 3 to 15", "default: `5`"]}',
        '{"name": "resolution", "types": ["string"], "choices": ["720p", "4k"], "facts": ["default: `\\"720p\\"`"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
