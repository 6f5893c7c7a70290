# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/media-formats": (
        '{"name": "image", "required": true, "types": ["string"], "media": "image", "facts": ["media: image"]}',
        '{"name": "video", "types": ["string"], "media": "video", "facts": ["media: video"]}',
        '{"name": "audio", "types": ["string"], "media": "audio", "facts": ["media: audio"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
