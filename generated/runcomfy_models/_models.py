# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 8786620f3541854b19d1eb06cca6e4ff
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
