# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/recursive-references": (
        '{"name": "tree", "types": ["object"], "fields": {"name": {"types": ["string"]}, "children": {"types": ["array"], "items": {"types": ["object"], "fields": {"name": {"types": ["string"]}, "children": {"types": ["array"]}}}}}}',
        '{"name": "json", "types": ["string", "array"], "items": {"types": ["string", "array"], "items": {"types": ["string", "array"], "items": {"types": ["string", "array"]}}}}',
        '{"name": "again", "types": ["object"], "fields": {"tree": {"types": ["object"], "fields": {"name": {"types": ["string"]}, "children": {"types": ["array"], "items": {"types": ["object"]}}}}, "json": {"types": ["string", "array"], "items": {"types": ["string", "array"], "items": {"types": ["string", "array"]}}}, "again": {"types": ["object"], "fields": {"tree": {"types": ["object"], "fields": {"name": {"types": ["string"]}, "children": {"types": ["array"]}}}, "json": {"types": ["string", "array"], "items": {"types": ["string", "array"]}}, "again": {"types": ["object"], "fields": {"tree": {"types": ["object"]}, "json": {"types": ["string", "array"]}, "again": {"types": ["object"]}, "same": {"types": ["object"]}}}, "same": {"types": ["object"], "fields": {"name": {"types": ["string"]}, "children": {"types": ["array"]}}}}}, "same": {"types": ["object"], "fields": {"name": {"types": ["string"]}, "children": {"types": ["array"], "items": {"types": ["object"]}}}}}}',
        '{"name": "same", "types": ["object"], "fields": {"name": {"types": ["string"]}, "children": {"types": ["array"], "items": {"types": ["object"], "fields": {"name": {"types": ["string"]}, "children": {"types": ["array"]}}}}}}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
