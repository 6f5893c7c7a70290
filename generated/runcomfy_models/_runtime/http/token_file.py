# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: d3c454779d93149239dad039241197f9
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
    """Return the token in the file; None without a file or without a token in it."""
    try:
        text = token_file().expanduser().read_text(encoding="utf-8-sig")
        token: Any = json.loads(text)[KEY]
    except (OSError, ValueError, LookupError, TypeError, RuntimeError):
        return None  # a missing or malformed file counts as no token
    return token if isinstance(token, str) else None


def store_token(token: str) -> Path:
    """Write the file, readable only for its owner (mode 600), and return its path.

    It is replaced as a whole, so that no reader sees half of it. Raises `OSError`, and
    `RuntimeError` for a user without a home folder.
    """
    from tempfile import NamedTemporaryFile  # here, to keep imports quick

    path = token_file().expanduser()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # A temporary file has mode 600 from the start: other users cannot open it meanwhile.
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

    Raises `OSError`, and `RuntimeError` for a user without a home folder.
    """
    path = token_file().expanduser()
    try:
        path.unlink()
    except FileNotFoundError:
        return None
    return path
