# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 0dcbd867c1e345a89ed6d60f1f432ae3
"""The folders in which an agent may read and write files."""

from collections.abc import Iterable
from dataclasses import dataclass
from errno import ENOTDIR
from pathlib import Path
from typing import Self
from urllib.parse import unquote, urlsplit


class NotAllowed(Exception):
    """A path that is not in an allowed folder; the message names the allowed ones."""


@dataclass(frozen=True)
class Folders:
    """The folders of the option `--files`; downloads go to the first one."""

    allowed: tuple[Path, ...] = ()

    @classmethod
    def of(cls, folders: Iterable[str | Path]) -> Self:
        """Allow `folders`, with all that is in them. Raises `NotADirectoryError`."""
        allowed = tuple(Path(folder).expanduser().resolve() for folder in folders)
        for folder in allowed:
            if not folder.is_dir():
                raise NotADirectoryError(ENOTDIR, "is not a folder", str(folder))
        return cls(allowed)

    def __str__(self) -> str:
        """Name the folders, for messages."""
        if not self.allowed:
            return "no folder is allowed: the server was started without --files DIR"
        return f"allowed: {', '.join(map(str, self.allowed))}"

    def file(self, name: str) -> Path:
        """Return the file that `name` means: a path or a `file:` URL. Raises `NotAllowed`."""
        files = [path for path in self._inside(name) if _is_file(path)]
        if not files:
            # The message does not tell whether the file exists elsewhere.
            raise NotAllowed(f"there is no such file in an allowed folder ({self})")
        return files[0]

    def folder(self, name: str) -> Path:
        """Return the folder to write to; an empty name means the first one that is allowed.

        It need not exist. Raises `NotAllowed`.
        """
        folders = self._inside(name or ".")
        if not folders:
            raise NotAllowed(f"the folder is not allowed ({self})")
        return folders[0]

    def _inside(self, name: str) -> list[Path]:
        """Return the paths in the allowed folders that `name` may mean.

        Links are followed first, so that a link cannot lead out of the allowed folders.
        """
        text = unquote(urlsplit(name).path) if name[:5].lower() == "file:" else name
        try:
            path = Path(text).expanduser()
            paths = [(folder / path).resolve() for folder in self.allowed]
        except (OSError, ValueError, RuntimeError):  # not a path on this system
            return []
        return [path for path in paths if any(map(path.is_relative_to, self.allowed))]


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that is too long
        return False
