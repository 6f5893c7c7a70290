# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 5ee2dd5d6982bdf0813f4de1b051c772
"""Standard input, which stands for a file called `-`."""

import sys
from typing import BinaryIO

from .errors.command_errors import WrongInput


def standard_input() -> BinaryIO:
    """Return standard input, to be read as bytes. Raises `WrongInput` if it is closed."""
    if sys.stdin is None:
        raise WrongInput("standard input is closed; nothing was sent")
    return sys.stdin.buffer
