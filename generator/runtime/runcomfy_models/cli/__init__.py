"""The command `runcomfy-models`: every model from the shell. It needs runcomfy-models[cli].

`group.py` is the table of its commands, `commands/` has a file for each, `errors/` is
how they end. The library imports nothing of it.
"""

import sys
import warnings

EXTRA = ("click", "platformdirs", "rich")
"""Libraries of the extra `cli`."""

MISSING = 'runcomfy-models needs {}: pip install "runcomfy-models[cli]"'


def main() -> None:
    """Run the command line, and exit with its status."""
    try:
        from .group import run
    except ModuleNotFoundError as error:
        if error.name not in EXTRA:
            raise
        sys.exit(MISSING.format(error.name))
    warnings.showwarning = _print_warning
    sys.exit(run())


def _print_warning(message: object, *_: object, **__: object) -> None:
    """Print a warning of the library as one line, without file names and line numbers."""
    from .output.printing import print_to_stderr

    print_to_stderr(f"warning: {message}")
