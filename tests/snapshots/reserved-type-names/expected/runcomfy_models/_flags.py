# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/reserved-type-names": (
        '{"name": "input", "types": ["object"], "fields": {"a": {"types": ["integer"]}}}',
        '{"name": "literal", "types": ["object"], "fields": {"a": {"types": ["integer"]}}}',
        '{"name": "none", "types": ["object"], "fields": {"a": {"types": ["integer"]}}}',
        '{"name": "not_given", "types": ["object"], "fields": {"a": {"types": ["integer"]}}}',
        '{"name": "typed_dict", "types": ["object"], "fields": {"a": {"types": ["integer"]}}}',
        '{"name": "holder", "types": ["object"], "fields": {"a": {"types": ["integer"]}}}',
        '{"name": "kind", "types": ["string"], "choices": ["a"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
