# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 30c8d299b2326250509edf349927e145
"""Which models there are."""

from collections.abc import Mapping
from types import MappingProxyType

MODELS: Mapping[str, str] = MappingProxyType(
    {
        "kling/kling-3.0/standard/image-to-video": "runcomfy_models.kling.kling_3_0.standard.image_to_video",
        "runwayml/runway-aleph/video-to-video": "runcomfy_models.runwayml.runway_aleph.video_to_video",
    }
)
"""Every model_id, with the name of its module."""
