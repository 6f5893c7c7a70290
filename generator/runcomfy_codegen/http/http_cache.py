"""Answers kept with their ETags, so that the server may say that nothing has changed."""

from __future__ import annotations

import base64
import contextlib
import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from runcomfy_codegen.atomic_write import write_if_changed


@dataclass(frozen=True)
class Cached:
    """An answer as it was kept."""

    etag: str
    data: bytes
    content_type: str
    charset: str | None
    url: str


@dataclass(frozen=True)
class Cache:
    """A folder of answers; deleting it, or any file of it, costs nothing but time."""

    folder: Path

    def get(self, url: str) -> Cached | None:
        """The answer that was kept for `url`, or None where there is none that can be read."""
        try:
            kept = json.loads(self._path(url).read_bytes())
            data = base64.b64decode(kept["data"], validate=True)
            texts = (kept["etag"], kept["content_type"], kept["url"])
            if kept["for"] != url or not all(isinstance(text, str) for text in texts):
                return None
            return Cached(kept["etag"], data, kept["content_type"], kept["charset"], kept["url"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, url: str, answer: Cached) -> None:
        """Keep `answer` for `url`; a folder that cannot be written is as good as none."""
        kept = {
            "for": url,
            "etag": answer.etag,
            "content_type": answer.content_type,
            "charset": answer.charset,
            "url": answer.url,
            "data": base64.b64encode(answer.data).decode(),
        }
        with contextlib.suppress(OSError):
            write_if_changed(self._path(url), json.dumps(kept))

    def _path(self, url: str) -> Path:
        return self.folder / f"{sha256(url.encode('utf-8', 'replace')).hexdigest()}.json"
