"""What can be told of a medium from its bytes."""

from .image_size import image_size
from .sources import Media

MB = 2**20
"""Bytes; the docs say MB and not which. This is the larger reading: what it refuses,
the service refuses too."""


def measured(media: Media) -> dict[str, float]:
    """Facts of a medium in memory; the size of an image with Pillow installed."""
    return {**file_size(len(media.data)), **_image_size(media)}


def file_size(size: int) -> dict[str, float]:
    """Facts that follow from a number of bytes."""
    return {"file_size_mb": size / MB}


def _image_size(media: Media) -> dict[str, float]:
    """Width and height in pixels, as far as they can be told."""
    size = image_size(media.data) if media.kind in ("", "image") else None
    return {"width": size[0], "height": size[1]} if size else {}
