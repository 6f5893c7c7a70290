# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: a04328ee38946df0ddb7bd62939197d2
"""Find the type of the file system that a path is on."""

import sys
from pathlib import Path

NETWORK = frozenset(
    "afs ceph cifs davfs glusterfs lustre ncpfs nfs nfs4 smb2 smb3 smbfs "
    "fuse.davfs fuse.gcsfuse fuse.glusterfs fuse.rclone fuse.s3fs fuse.sshfs".split()
)
"""Types of file systems on other machines, where locks and shared memory are not reliable."""

MOUNTS = Path("/proc/self/mountinfo")


def network_drive(path: Path, mounts: Path = MOUNTS) -> str | None:
    """Return the type of the network drive that `path` is on; None if it is not on one.

    Linux lists its mounts in `mounts`, and Windows names other machines in the path. On other
    systems that is not known: the result is None.
    """
    path = path.resolve()
    if sys.platform == "win32" and path.drive.startswith("\\\\"):
        return "network share"
    file_system = _file_system(path, mounts)
    return file_system if file_system in NETWORK else None


def _file_system(path: Path, mounts: Path) -> str:
    """Return the type of the innermost mount above `path`; empty without a list."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    by_mount_point: dict[Path, str] = {}
    for line in lines:  # a later mount at the same path hides an earlier one
        mount, _, source = line.partition(" - ")
        by_mount_point[Path(_unescaped(mount.split()[4]))] = source.split()[0]
    folders = (folder for folder in (path, *path.parents) if folder in by_mount_point)
    return next((by_mount_point[folder] for folder in folders), "")


def _unescaped(text: str) -> str:
    """Return the path: blanks, tabs and backslashes are written as octal numbers."""
    for code in ("040", "011", "012", "134"):
        text = text.replace(f"\\{code}", chr(int(code, 8)))
    return text
