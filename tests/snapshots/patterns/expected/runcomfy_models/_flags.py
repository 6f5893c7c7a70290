# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/patterns": (
        '{"name": "plain", "types": ["string"], "facts": ["range: at most 9 characters", "matches the pattern `\\"^[a-z]+$\\"`"]}',
        '{"name": "translated", "types": ["string"], "facts": ["matches the pattern `\\"^\\\\\\\\d{4}-(?<day>\\\\\\\\w+)\\\\\\\\s$\\"`"]}',
        '{"name": "looking", "types": ["string"], "facts": ["matches the pattern `\\"^(?!bad$).+$\\"`"]}',
        '{"name": "image_url", "types": ["string"], "media": "image", "facts": ["matches the pattern `\\"^https:\\"`", "media: image"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
