"""The folders that an agent may read files from and write files to, and no others."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from urllib.parse import unquote, urlsplit


class NotAllowed(Exception):
    """A path that is not in an allowed folder; the message names these."""


@dataclass(frozen=True)
class Folders:
    """The folders of the option `--files`; downloads go to the first one."""

    allowed: tuple[Path, ...] = ()

    @classmethod
    def of(cls, folders: Iterable[str | Path]) -> Self:
        """Allow `folders`, with all that is in them. Raises `NotADirectoryError`."""
        found = tuple(Path(folder).expanduser().resolve() for folder in folders)
        for folder in found:
            if not folder.is_dir():
                raise NotADirectoryError(20, "is not a folder", str(folder))
        return cls(found)

    def __str__(self) -> str:
        """Name the folders, for messages."""
        if not self.allowed:
            return "no folder is allowed: the server was started without --files DIR"
        return f"allowed: {', '.join(map(str, self.allowed))}"

    def file(self, name: str) -> Path:
        """Return the file that `name` means: a path or a `file:` URL. Raises `NotAllowed`."""
        found = [path for path in self._inside(name) if _is_file(path)]
        if not found:
            # The same for a file that is not there, and one elsewhere that is.
            raise NotAllowed(f"there is no such file in an allowed folder ({self})")
        return found[0]

    def folder(self, name: str) -> Path:
        """Return the folder to write to; an empty name means the first one that is allowed.

        It need not exist. Raises `NotAllowed`.
        """
        found = self._inside(name or ".")
        if not found:
            raise NotAllowed(f"the folder is not allowed ({self})")
        return found[0]

    def _inside(self, name: str) -> list[Path]:
        """Return the paths in the allowed folders that `name` may mean.

        Links are followed first: one in an allowed folder leads to no other.
        """
        text = unquote(urlsplit(name).path) if name[:5].lower() == "file:" else name
        try:
            path = Path(text).expanduser()
            paths = [(folder / path).resolve() for folder in self.allowed]
        except (
            OSError,
            ValueError,
            RuntimeError,
        ):  # a path that the system cannot have
            return []
        return [path for path in paths if any(map(path.is_relative_to, self.allowed))]


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that is too long
        return False
