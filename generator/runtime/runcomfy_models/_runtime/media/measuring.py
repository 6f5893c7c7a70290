"""Measure a medium: the facts that the docs' rules are about."""

from .image_size import image_size
from .sources import Media

# The docs do not say whether it is 10**6 or 2**20. With the larger one, nothing is refused here
# that the service would accept.
MB = 2**20
"""Bytes of an "MB" in the docs."""


def measured(media: Media) -> dict[str, float]:
    """Return the facts about a medium in memory; an image's size only if Pillow is installed."""
    return {**file_size(len(media.data)), **_image_size(media)}


def file_size(size: int) -> dict[str, float]:
    """Return the facts about a file of `size` bytes."""
    return {"file_size_mb": size / MB}


def _image_size(media: Media) -> dict[str, float]:
    """Return width and height in pixels, if they can be read."""
    size = image_size(media.data) if media.kind in ("", "image") else None
    return {"width": size[0], "height": size[1]} if size else {}
