"""What the answer of a file server says about the file. Source: RFC 9110, section 14."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx


def continues(response: "httpx.Response", size: int) -> bool:
    """Whether the answer is the rest behind the first `size` bytes, as asked for."""
    content_range: str = response.headers.get("Content-Range", "")
    return response.status_code == 206 and content_range.startswith(f"bytes {size}-")


def announced(response: "httpx.Response") -> int:
    """Bytes that are to come; 0 where the answer does not tell."""
    length: str = response.headers.get("Content-Length", "")
    return int(length) if length.isdecimal() else 0


def etag(response: "httpx.Response") -> str:
    """The ETag of the bytes that are stored; none where they travel encoded."""
    encoded = "Content-Encoding" in response.headers
    return "" if encoded else str(response.headers.get("ETag", ""))
