# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/not-and-if": (
        '{"name": "mode", "types": ["string"], "choices": ["text", "image"]}',
        '{"name": "image", "types": ["string"], "media": "image", "facts": ["media: image"]}',
        '{"name": "seed", "types": ["integer"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
