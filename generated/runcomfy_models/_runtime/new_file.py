# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 9287b8ab1bf2e69e63572835fb7195d0
"""Give a finished file its name, without replacing another."""

import os
from pathlib import Path


def rename_without_replacing(source: Path, target: Path) -> None:
    """Rename `source`; raise `FileExistsError` if there is a `target`."""
    # A rename would replace a file that another process creates just now; a link fails.
    try:
        target.hardlink_to(source)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if target.exists():
            raise FileExistsError(target) from None
        source.rename(target)
    else:
        source.unlink()


def other_contents(path: Path) -> FileExistsError:
    """Return the error for a file that is in the way: it is not the one to be written."""
    return FileExistsError(f"{path} exists with other contents: move it away")


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable: a crash keeps them. Does nothing on Windows."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
