"""Read the width and height of an image from its header, without decoding pixels."""

import struct
from functools import cache
from importlib.util import find_spec
from io import BytesIO


@cache
def has_pillow() -> bool:
    """Whether Pillow is installed, which reads the sizes of images."""
    return find_spec("PIL") is not None


def image_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels; None without Pillow, or if it cannot read them."""
    if not has_pillow():
        return None
    try:
        size = _webp_size(data) or _size_by_pillow(data)
    except Exception:  # hostile bytes may make a decoder raise anything
        return None
    return size if size and min(size) > 0 else None


def _size_by_pillow(data: bytes) -> tuple[int, int] | None:
    from PIL import Image

    # Not `Image.open`, which warns of huge images or refuses them, although only the header
    # is read.
    Image.init()
    for reader, accepts in (Image.OPEN[name] for name in Image.ID):
        if accepts is None or accepts(data[:16]) is True:
            try:
                with reader(BytesIO(data), "") as image:
                    return image.size
            except (SyntaxError, IndexError, TypeError, struct.error):
                continue  # another format, as in `Image.open`
    return None


def _webp_size(data: bytes) -> tuple[int, int] | None:
    """Return the size of a WebP image; None for another format.

    Source: RFC 9649. Its three variants store sizes in 14, 14 and 24 bits.
    """
    # Pillow allocates memory for all pixels before it reports the size.
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        return None
    variant = data[12:16]
    if variant == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    if variant == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = (int.from_bytes(data[at : at + 3], "little") for at in (24, 27))
    return width + 1, height + 1
