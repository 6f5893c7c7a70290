# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/media-validations": (
        '{"name": "image", "types": ["string"], "media": "image", "facts": ["media: image", "media rule: file_size_mb< 30 (The file must stay under 30 MB.)", "media rule: width/height< 16", "media rule: some_new_rule> 2"]}',
        '{"name": "images", "types": ["array"], "items": {"types": ["string"], "media": "image"}, "facts": ["media: image", "media rule: width_pixels> 14"]}',
        '{"name": "odd", "types": ["string"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
