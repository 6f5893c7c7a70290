# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/enum-of-integers": (
        '{"name": "sample_rate", "types": ["integer"], "choices": [16000, 24000, 48000], "facts": ["default: `24000`"]}',
        '{"name": "scale", "types": ["number"], "choices": [1, 1.5, 2]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
