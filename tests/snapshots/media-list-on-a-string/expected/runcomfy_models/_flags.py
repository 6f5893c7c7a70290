# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/media-list-on-a-string": (
        '{"name": "reference", "types": ["string"], "media": "image", "facts": ["media: image"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
