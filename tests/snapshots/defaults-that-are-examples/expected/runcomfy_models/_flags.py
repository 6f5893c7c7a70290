# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/defaults-that-are-examples": (
        '{"name": "prompt", "types": ["string"], "facts": ["example: `\\"A couple at dinner on a terrace at dusk, a soft guitar, the waiter\'s smile, warm light.\\"`"]}',
        '{"name": "image_url", "types": ["string"], "media": "image", "facts": ["example: `\\"https://example.com/a.png\\"`", "media: image"]}',
        '{"name": "style", "types": ["string"], "facts": ["default: `\\"vivid\\"`"]}',
        '{"name": "images", "types": ["array"], "items": {"types": ["string"], "media": "image"}, "facts": ["example: `[\\"https://example.com/a.png\\"]`", "media: image"]}',
        '{"name": "ratio", "required": true, "types": ["string"], "choices": ["16:9", "1:1"], "facts": ["example: `\\"16:9\\"`"]}',
        '{"name": "seconds", "types": ["integer"], "facts": ["default: `5`"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
