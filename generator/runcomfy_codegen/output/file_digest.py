"""The digest by which files are compared, of those on disk and of those that are built."""

from __future__ import annotations

from hashlib import sha256


def file_digest(content: str | bytes) -> str:
    """Return the SHA-256, in hexadecimal, of a file with that content; a text is UTF-8."""
    data = content.encode() if isinstance(content, str) else content
    return sha256(data).hexdigest()
