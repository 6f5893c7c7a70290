"""The folder of a built site, and its mark file: the digest of its sources and of its files."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from runcomfy_codegen.atomic_write import write_if_changed
from runcomfy_codegen.output.file_digest import file_digest

MARK_FILE = ".runcomfy-codegen-docs.json"
"""The file that marks a folder as built by the command `docs`."""


class ForeignSiteError(Exception):
    """A folder that we did not make."""


@dataclass(frozen=True)
class Site:
    """A built site."""

    digest: str = ""
    """A digest of its sources; empty while it is written."""
    files: dict[str, str] = field(default_factory=dict[str, str])
    """Path: the digest of the file."""

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read the mark of `folder`; raises `ForeignSiteError` for one that is not ours."""
        try:
            mark = json.loads((folder / MARK_FILE).read_text("utf-8"))
            return cls(str(mark["digest"]), dict(mark["files"]))
        except FileNotFoundError:
            if folder.exists() and any(folder.iterdir()):
                raise ForeignSiteError(
                    f"{folder} was not made by runcomfy-codegen docs: nothing was written. "
                    "Choose another folder, or remove it."
                ) from None
            return cls()
        except (ValueError, KeyError, TypeError):
            return cls()  # our mark, but damaged: the site is built again

    def is_built_from(self, digest: str, folder: Path) -> bool:
        """Whether the site in `folder` is complete and its sources had this `digest`."""
        return self.digest == digest and all(
            _digest(folder / name) == expected for name, expected in self.files.items()
        )

    def replace(self, built: Path, digest: str, folder: Path) -> None:
        """Move the files of the folder `built` into `folder`, and remove those of the old site.

        Other files in `folder` are left alone. A killed run leaves a marked folder without a
        digest, so that the next run builds the site again.
        """
        files = {name: _digest(built / name) for name in _files(built)}
        self._mark(folder, Site("", {**self.files, **files}))
        for name, new_digest in files.items():
            target = folder / name
            if _digest(target) != new_digest:
                target.parent.mkdir(parents=True, exist_ok=True)
                (built / name).replace(target)
        for name in self.files.keys() - files.keys():
            _remove(folder / name, folder)
        self._mark(folder, Site(digest, files))

    @staticmethod
    def _mark(folder: Path, site: Site) -> None:
        mark = {"digest": site.digest, "files": dict(sorted(site.files.items()))}
        write_if_changed(folder / MARK_FILE, json.dumps(mark, indent=1) + "\n")


def _files(folder: Path) -> list[str]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.relative_to(folder).as_posix() for path in paths)


def _digest(path: Path) -> str:
    """Return the digest of a file; empty if there is none."""
    return file_digest(path.read_bytes()) if path.is_file() else ""


def _remove(path: Path, top: Path) -> None:
    """Remove a file, and the folders above it that are empty then."""
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == top or any(folder.iterdir()):
            return
        folder.rmdir()
