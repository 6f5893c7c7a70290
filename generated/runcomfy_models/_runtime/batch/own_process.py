# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 7cb0274203d221b782899016ef60b0e7
"""The process that a batch belongs to: a fork shares its file, and lacks its threads."""

import os

from ..errors import RunComfyError


class OwnProcess:
    """The process that has made a batch."""

    def __init__(self) -> None:
        """Note this process."""
        self._id = os.getpid()

    @property
    def is_this(self) -> bool:
        """Whether this is the process, and not a fork of it."""
        return os.getpid() == self._id

    def check(self) -> None:
        """Raise `RunComfyError` in a fork of the process."""
        if not self.is_this:
            raise RunComfyError(
                "the batch was made before this process was forked, and cannot be used in it: "
                "make a batch in each process; on one journal, they share the jobs"
            )
