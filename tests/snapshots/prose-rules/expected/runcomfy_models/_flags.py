# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/prose-rules": (
        '{"name": "segments", "types": ["array"], "items": {"types": ["object"], "fields": {"duration": {"types": ["integer"]}}}, "help": "The sum of the segments\' durations must equal the total duration."}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
