# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/one": (
        '{"name": "ratio", "types": ["string"], "choices": ["16:9", "it\'s"], "help": "Wide or \\"it\'s\\"; with \\"it\'s\\", a seed must be given.", "facts": ["rule: `ratio != \\"it\'s\\" or given(field_33_seed)`"]}',
        '{"name": "33_seed", "types": ["integer", "null"], "facts": ["rule: `ratio != \\"it\'s\\" or given(field_33_seed)`"]}',
        '{"name": "images", "types": ["array"], "items": {"types": ["string"], "media": "image"}, "help": "Supports png.", "facts": ["media: image", "media rule: accepts image/png (Supports png.)"]}',
        '{"name": "boxes", "types": ["array"], "items": {"types": ["object"], "fields": {"width": {"types": ["number"]}, "height": {"types": ["number"]}}}, "help": "Boxes must be smaller than 0.5.", "facts": ["rule: `all(box.width * box.height < 0.5 for box in boxes if box.height > 0) and len(boxes) in (0, 1, 2)`"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
