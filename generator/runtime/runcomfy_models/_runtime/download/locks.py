"""A lock on an open file, which the system takes back when the process ends."""

import sys
from io import FileIO

if sys.platform == "win32":
    import msvcrt

    def lock(file: FileIO) -> bool:
        """Whether the lock was free, and is held now until `file` is closed."""
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def lock(file: FileIO) -> bool:
        """Whether the lock was free, and is held now until `file` is closed."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # a file system without locks
        return True
