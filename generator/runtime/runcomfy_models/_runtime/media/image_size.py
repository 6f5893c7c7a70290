"""Width and height of an image, from its header: pixels are never unpacked."""

import struct
from functools import cache
from importlib.util import find_spec
from io import BytesIO


@cache
def has_pillow() -> bool:
    """Whether sizes can be told at all."""
    return find_spec("PIL") is not None


def image_size(data: bytes) -> tuple[int, int] | None:
    """Pixels; None where Pillow is not there, or cannot tell."""
    if not has_pillow():
        return None
    try:
        size = _webp_size(data) or _size_by_pillow(data)
    except Exception:  # hostile bytes may raise anything in a decoder
        return None
    return size if size and min(size) > 0 else None


def _size_by_pillow(data: bytes) -> tuple[int, int] | None:
    """By the readers of `PIL.Image.open`, which itself refuses to tell of huge images."""
    from PIL import Image

    Image.init()
    for reader, accepts in (Image.OPEN[name] for name in Image.ID):
        if accepts is None or accepts(data[:16]) is True:
            try:
                with reader(BytesIO(data), "") as image:
                    return image.size
            except (SyntaxError, IndexError, TypeError, struct.error):
                continue  # as `open` does: it is of another format
    return None


def _webp_size(data: bytes) -> tuple[int, int] | None:
    """Read here, for Pillow makes room for all pixels first.

    Source: RFC 9649; the sizes of its three forms have 14, 14 and 24 bits.
    """
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        return None
    form = data[12:16]
    if form == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    if form == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = (int.from_bytes(data[at : at + 3], "little") for at in (24, 27))
    return width + 1, height + 1
