# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: a214e408fda46d1eeb6aff5c55c92b4b
"""The file in which RunComfy's CLI keeps a token. Source: RunComfy's own tools."""

import json
import os
from pathlib import Path
from typing import Any

from ..environment import variable

KEY = "access_token"


def token_file() -> Path:
    """Return the path of the file; it need not exist."""
    if folder := variable("RUNCOMFY_CONFIG_DIR"):
        return Path(folder, "token.json")
    config = variable("XDG_CONFIG_HOME") or "~/.config"
    return Path(config, "runcomfy", "token.json")


def stored_token() -> str | None:
    """Return the token in the file; None if there is none, or no such file."""
    try:
        text = token_file().expanduser().read_text(encoding="utf-8-sig")
        token: Any = json.loads(text)[KEY]
    except (OSError, ValueError, LookupError, TypeError, RuntimeError):
        return None  # missing, not JSON, or JSON of another form: the same as no token
    return token if isinstance(token, str) else None


def store_token(token: str) -> Path:
    """Write the file, for its owner alone (mode 600), and return its path.

    It is replaced as a whole, so that nobody reads half of one. Raises `OSError`, and
    `RuntimeError` if there is no home folder.
    """
    from tempfile import NamedTemporaryFile  # here, to keep imports quick

    path = token_file().expanduser()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # A temporary file has mode 600 from the start: nobody else can open it meanwhile.
    with NamedTemporaryFile(
        "w", prefix=".token-", dir=path.parent, delete=False
    ) as file:
        temporary = Path(file.name)
        try:
            json.dump({KEY: token}, file)
            file.flush()
            os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    return path


def remove_token() -> Path | None:
    """Remove the file and return its path; None if there was none.

    Raises `OSError`, and `RuntimeError` if there is no home folder.
    """
    path = token_file().expanduser()
    try:
        path.unlink()
    except FileNotFoundError:
        return None
    return path
