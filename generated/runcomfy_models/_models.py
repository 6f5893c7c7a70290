# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 0848a07a6777f89b567a3800896223d4
"""The models of this package."""

from collections.abc import Mapping
from types import MappingProxyType

MODELS: Mapping[str, str] = MappingProxyType(
    {
        "kling/kling-3.0/standard/image-to-video": "runcomfy_models.kling.kling_3_0.standard.image_to_video",
        "runwayml/runway-aleph/video-to-video": "runcomfy_models.runwayml.runway_aleph.video_to_video",
    }
)
"""Model_id: the name of its module."""

RENAMED: Mapping[str, str] = MappingProxyType({})
"""An id that a model had: the id that it has now."""

GONE: Mapping[str, str] = MappingProxyType({})
"""An id of a model that was removed: the day on which it was removed."""
