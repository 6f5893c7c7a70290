# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/media-samples": (
        '{"name": "image_url", "types": ["string"], "media": "image", "facts": ["default: `\\"RunComfy_examples_1235_1.png\\"`", "media: image"], "samples": ["RunComfy_examples_1235_1.png"]}',
        '{"name": "audio_url", "types": ["string", "null"], "media": "audio", "facts": ["default: `\\"voice \\\\\\"1\\\\\\".mp3\\"`", "media: audio"], "samples": ["voice \\"1\\".mp3"]}',
        '{"name": "video", "types": ["string"], "media": "video", "facts": ["example: `\\"https://example.com/a.mp4\\"`", "example: `\\"clip.mp4\\"`", "media: video"], "samples": ["clip.mp4"]}',
        '{"name": "mask_urls", "types": ["array"], "items": {"types": ["string"], "media": "image"}, "facts": ["example: `[\\"https://example.com/a.png\\", \\"mask_1.png\\", \\"mask_2.png\\"]`", "media: image", "media rule: file_size_mb< 16"], "samples": ["mask_1.png", "mask_2.png"]}',
        '{"name": "start_image_url", "types": ["string"], "media": "image", "facts": ["default: `\\"\\"`", "media: image"]}',
        '{"name": "note", "types": ["string"], "facts": ["default: `\\"none.png\\"`"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
