# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: d7b731004f523020ddcc2cf73794ef98
"""Give a finished file its name, without replacing another."""

from pathlib import Path


def rename_new(source: Path, target: Path) -> None:
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
