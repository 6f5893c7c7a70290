# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: fc6054ee0c92691ee9b4317a861ac2fa
"""The files that the simulator serves, with ranges and ETags."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from starlette.responses import FileResponse

from ..api_errors import ApiError
from ..origins import Origins
from ..sample_files import SAMPLES, sample

FILES_PATH = "/files/"


@dataclass(frozen=True)
class _File:
    path: Path
    content_type: str
    etag: str


class ServedFiles:
    """Files in a temporary folder: samples, and those that a test puts there."""

    def __init__(self, origins: Origins) -> None:
        """Serve files at the first of `origins`."""
        self._origins = origins
        self._folder: TemporaryDirectory[str] | None = None  # made for the first file
        self._files: dict[str, _File] = {}

    def put(
        self, name: str, data: bytes, content_type: str = "application/octet-stream"
    ) -> str:
        """Serve `data` as `name`, in place of an earlier file of that name; return the URL."""
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="runcomfy-simulator-")
        digest = hashlib.sha256(data).hexdigest()
        path = Path(self._folder.name, digest)
        path.write_bytes(data)
        self._files[name] = _File(path, content_type, f'"{digest[:32]}"')
        return self.url(name)

    def was_put(self, name: str) -> bool:
        """Whether a file of that name was put here."""
        return name in self._files

    def url(self, name: str) -> str:
        """Return the URL of the file of that name, which need not exist."""
        return self._origins.home + FILES_PATH + quote(name)

    def job_url(self, request_id: str) -> Callable[[str], str]:
        """Return a function from the name of a job's file, such as `video.mp4`, to its URL."""
        return lambda name: self.url(f"{request_id}/{name}")

    def response(self, name: str) -> FileResponse:
        """Return the answer with a file; raises `ApiError` if there is none of that name."""
        file = self._files.get(name) or self._sample(name)
        headers = {"ETag": file.etag}
        return FileResponse(file.path, headers=headers, media_type=file.content_type)

    def close(self) -> None:
        """Remove all files."""
        self._files.clear()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _sample(self, name: str) -> _File:
        """Return the sample with the suffix of a job's file."""
        suffix = name.rpartition(".")[2]
        if "/" not in name or suffix not in SAMPLES:
            raise ApiError(404001)
        stored = f"samples/sample.{suffix}"
        if stored not in self._files:
            self.put(stored, sample(suffix), SAMPLES[suffix][0])
        return self._files[stored]
