# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""What can be told of a medium from its bytes."""

from io import BytesIO

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
    """Width and height in pixels; nothing where Pillow is not there, or cannot tell."""
    if not media.content_type.startswith("image/"):
        return {}
    try:
        from PIL import Image
    except ImportError:
        return {}
    try:
        with Image.open(BytesIO(media.data)) as image:  # reads the header alone
            width, height = image.size
    except Exception:  # hostile bytes may raise anything in a decoder
        return {}
    return {"width": width, "height": height} if width and height else {}
