# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "Acme2/Hailuo Video 01 Live": ('{"name": "prompt", "types": ["string"]}',),
    "acme/480p/v2.1": ('{"name": "prompt", "types": ["string"]}',),
    "acme/4k": ('{"name": "prompt", "types": ["string"]}',),
    "acme/class": ('{"name": "prompt", "types": ["string"]}',),
    "acme/match": ('{"name": "prompt", "types": ["string"]}',),
    "load/model": ('{"name": "prompt", "types": ["string"]}',),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
