"""Lock an open file; the system releases the lock when the process ends."""

import sys
from io import FileIO

if sys.platform == "win32":
    import msvcrt

    def lock(file: FileIO) -> bool:
        """Lock `file` until it is closed; return False if it is locked already."""
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def lock(file: FileIO) -> bool:
        """Lock `file` until it is closed; return False if it is locked already."""
        # `flock` and not `lockf`, whose locks do not exclude threads of the same process.
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # a file system without locks, such as some network mounts
        return True
