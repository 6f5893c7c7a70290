"""Keep responses with their ETags, so that a server can answer 304 Not Modified."""

from __future__ import annotations

import base64
import contextlib
import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from runcomfy_codegen.atomic_write import write_if_changed


@dataclass(frozen=True, kw_only=True)
class CachedResponse:
    """The parts of a response that are cached."""

    etag: str
    data: bytes
    content_type: str
    charset: str | None
    url: str


@dataclass(frozen=True)
class HttpCache:
    """A folder of responses; any of its files may be deleted at any time."""

    folder: Path

    def get(self, url: str) -> CachedResponse | None:
        """Return the response cached for `url`, or None if there is none or it is unreadable."""
        try:
            entry = json.loads(self._path(url).read_bytes())
            data = base64.b64decode(entry["data"], validate=True)
            texts = (entry["etag"], entry["content_type"], entry["url"])
            # Anything may be in the file: another program's data, or the response to another URL.
            if entry["for"] != url or not all(isinstance(text, str) for text in texts):
                return None
            return CachedResponse(
                etag=entry["etag"],
                data=data,
                content_type=entry["content_type"],
                charset=entry["charset"],
                url=entry["url"],
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, url: str, response: CachedResponse) -> None:
        """Cache `response` for `url`, if the folder can be written."""
        entry = {
            "for": url,
            "etag": response.etag,
            "content_type": response.content_type,
            "charset": response.charset,
            "url": response.url,
            "data": base64.b64encode(response.data).decode(),
        }
        with contextlib.suppress(OSError):
            write_if_changed(self._path(url), json.dumps(entry))

    def _path(self, url: str) -> Path:
        return self.folder / f"{sha256(url.encode('utf-8', 'replace')).hexdigest()}.json"
