"""The files that the simulator serves, with ranges and entity tags."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from starlette.responses import FileResponse

from .origins import Origins
from .refusals import Refusal
from .samples import SAMPLES, sample

FILES_PATH = "/files/"


@dataclass(frozen=True)
class _File:
    path: Path
    content_type: str
    etag: str


class Files:
    """Files on disk while the simulator runs: samples, and what a test puts there."""

    def __init__(self, origins: Origins) -> None:
        """The folder is made when the first file is put."""
        self._origins = origins
        self._folder: TemporaryDirectory[str] | None = None
        self._files: dict[str, _File] = {}

    def put(
        self, name: str, data: bytes, content_type: str = "application/octet-stream"
    ) -> str:
        """Serve `data`, and return its URL; a file of that name is replaced."""
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="runcomfy-simulator-")
        digest = hashlib.sha256(data).hexdigest()
        path = Path(self._folder.name, digest)
        path.write_bytes(data)
        self._files[name] = _File(path, content_type, f'"{digest[:32]}"')
        return self.url(name)

    def was_put(self, name: str) -> bool:
        """Whether a test has put a file of that name."""
        return name in self._files

    def url(self, name: str) -> str:
        """Where the file of that name is, or would be."""
        return self._origins.home + FILES_PATH + quote(name)

    def url_of(self, request_id: str) -> Callable[[str], str]:
        """Where the files of a job are: each ends as a sample does, and is one."""
        return lambda name: self.url(f"{request_id}/{name}")

    def response(self, name: str) -> FileResponse:
        """The answer with that file; raises `Refusal` where there is none."""
        file = self._files.get(name) or self._sample(name)
        headers = {"ETag": file.etag}
        return FileResponse(file.path, headers=headers, media_type=file.content_type)

    def close(self) -> None:
        """Remove the folder."""
        self._files.clear()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _sample(self, name: str) -> _File:
        suffix = name.rpartition(".")[2]
        if "/" not in name or suffix not in SAMPLES:
            raise Refusal(404001)
        own = f"samples/sample.{suffix}"
        if own not in self._files:
            self.put(own, sample(suffix), SAMPLES[suffix][0])
        return self._files[own]
