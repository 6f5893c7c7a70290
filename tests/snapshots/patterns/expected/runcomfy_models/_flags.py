# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/patterns": (
        '{"name": "plain", "types": ["string"], "facts": ["length in characters: 9 or less", "pattern: `\\"^[a-z]+$\\"`"]}',
        '{"name": "translated", "types": ["string"], "facts": ["pattern: `\\"^\\\\\\\\d{4}-(?<day>\\\\\\\\w+)\\\\\\\\s$\\"`"]}',
        '{"name": "looking", "types": ["string"], "facts": ["pattern: `\\"^(?!bad$).+$\\"`"]}',
        '{"name": "image_url", "types": ["string"], "media": "image", "facts": ["pattern: `\\"^https:\\"`", "media: image"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
