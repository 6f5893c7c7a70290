# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/references": (
        '{"name": "start", "types": ["object"], "fields": {"url": {"types": ["string"]}}}',
        '{"name": "end", "types": ["object"], "fields": {"url": {"types": ["string"]}}}',
        '{"name": "seed", "types": ["integer"], "facts": ["range: at least 0"]}',
        '{"name": "tree", "types": ["object"], "fields": {"name": {"types": ["string"]}, "children": {"types": ["array"], "items": {"types": ["object"], "fields": {"name": {"types": ["string"]}, "children": {"types": ["array"]}}}}}}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
