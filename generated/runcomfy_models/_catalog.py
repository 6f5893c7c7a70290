# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: c2c8a4feb8041e6994aeb8d2932737b8
"""The index of all models: facts about each, and the words to find it by."""

from typing import Any

INFOS: dict[str, dict[str, Any]] = {
    "kling/kling-3.0/standard/image-to-video": {},
    "runwayml/runway-aleph/video-to-video": {},
}
"""Model_id: the other arguments of its `ModelInfo`, sorted by model_id."""

WORDS: dict[str, tuple[str, str, str]] = {
    "0": ("0", "", ""),
    "3": ("0", "", ""),
    "aleph": ("1", "", ""),
    "image": ("0", "", ""),
    "kling": ("0", "", ""),
    "runway": ("1", "", ""),
    "runwayml": ("1", "", ""),
    "standard": ("0", "", ""),
    "to": ("0 1", "", ""),
    "video": ("0 1", "", ""),
}
"""Word: the numbers of the models that have it in a name, in a category, in the description."""
