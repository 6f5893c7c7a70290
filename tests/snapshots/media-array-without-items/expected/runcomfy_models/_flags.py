# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/media-array-without-items": (
        '{"name": "images", "required": true, "types": ["array"], "items": {"types": ["string"], "media": "image"}, "facts": ["range: 1 to 9 items", "media: image"]}',
        '{"name": "audios", "types": ["array"], "items": {"types": ["string"], "media": "audio"}, "facts": ["media: audio"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
