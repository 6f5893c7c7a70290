# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/media-array-with-items": (
        '{"name": "videos", "types": ["array"], "items": {"types": ["string"], "media": "video"}, "facts": ["range: at most 3 items", "media: video"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
