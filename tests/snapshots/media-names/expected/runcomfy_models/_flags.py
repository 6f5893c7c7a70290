# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/media-names": (
        '{"name": "start_image_url", "required": true, "types": ["string"], "media": "image", "facts": ["media: image"]}',
        '{"name": "maskUrl", "types": ["string"], "media": "image", "facts": ["media: image"]}',
        '{"name": "reference_video_urls", "types": ["array"], "items": {"types": ["string"], "media": "video"}, "facts": ["media: video"]}',
        '{"name": "audio_url", "types": ["string", "null"], "media": "audio", "facts": ["media: audio"]}',
        '{"name": "webhook_url", "types": ["string"]}',
        '{"name": "image_url_kind", "types": ["string"]}',
        '{"name": "video_url", "types": ["string"], "choices": ["a", "b"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
