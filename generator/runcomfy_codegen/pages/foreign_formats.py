"""Recognise files that are neither text nor HTML, such as a page that was saved as PDF."""

from __future__ import annotations

_SIGNATURES = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a ZIP archive, as .docx and .odt are",
    b"{\\rtf": "an RTF file",
    b"\x1f\x8b": "compressed with gzip",
    b"bplist00": "a web archive of Safari",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
}
"""First bytes of a file: what it is."""

_MHTML = (b"mime-version:", b"multipart/related")
"""Headers of a page that a browser saved as a single file."""

_HEADERS = 4096
"""Bytes at the beginning of a file that are searched for headers."""


def foreign_format(data: bytes) -> str | None:
    """Return what a file of another format is; None if it may be text or HTML."""
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            return what
    head = data[:_HEADERS].lower()
    return "MHTML, a page in a single file" if all(one in head for one in _MHTML) else None
