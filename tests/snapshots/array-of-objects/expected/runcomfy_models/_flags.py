# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/array-of-objects": (
        '{"name": "loras", "types": ["array"], "items": {"types": ["object"], "fields": {"path": {"types": ["string"]}, "scale": {"types": ["number"]}}}, "facts": ["range: at most 3 items"]}',
        '{"name": "camera", "types": ["object"], "fields": {"pan-left": {"types": ["number"]}, "zoom": {"types": ["object"], "fields": {"to": {"types": ["integer"]}}}}, "help": "Where it looks."}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
