# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/media-unions": (
        '{"name": "image_url", "types": ["string", "null"], "media": "image", "facts": ["default: `\\"RunComfy_example.png\\"`", "media: image"], "samples": ["RunComfy_example.png"]}',
        '{"name": "mask", "types": ["string"], "media": "image", "facts": ["media: image"]}',
        '{"name": "reference_images", "types": ["string", "array"], "media": "image", "items": {"types": ["string"], "media": "image"}, "facts": ["media: image"]}',
        '{"name": "last_frame", "types": ["string", "null"], "media": "image", "facts": ["media: image"]}',
        '{"name": "video", "types": ["string"], "media": "video", "facts": ["media: video", "media rule: file_size_mb< 50 (too large)"]}',
        '{"name": "source", "types": ["string", "null"], "media": "audio", "facts": ["media: audio"]}',
        '{"name": "clips", "types": ["array", "null"], "items": {"types": ["string"], "media": "video"}, "facts": ["media: video"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
