# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""Where the token comes from, and where it may go."""

import json
import os
from pathlib import Path
from urllib.parse import urlsplit

from .errors import AuthenticationError
from .service import BASE_URL

VARIABLES = ("RUNCOMFY_API_TOKEN", "RUNCOMFY_TOKEN", "RUNCOMFY_API_KEY")
"""Environment variables that RunComfy's own tools read, in this order."""

LOOPBACK = ("127.0.0.1", "::1", "localhost")


def find_token(token: str | None) -> str:
    """`token`, else the first variable that is set, else the token of RunComfy's CLI.

    Raises `AuthenticationError` where there is none, or where it cannot stand in a header.
    The token itself never stands in the message.
    """
    files = list(_token_files())
    found = token or next(
        (os.environ[name] for name in VARIABLES if os.environ.get(name)), None
    )
    found = found or next(filter(None, map(_read, files)), None)
    if not found:
        raise AuthenticationError(
            "no token: pass token=…, or set "
            f"{', '.join(VARIABLES)}, or log in with RunComfy's CLI, which writes "
            f"{' or '.join(map(str, files))}"
        )
    if not found.isascii() or not found.isprintable() or " " in found:
        raise AuthenticationError(
            "the token holds a blank, a line break or another character that no token has"
        )
    return found


def find_base_url(base_url: str | None) -> str:
    """`base_url`, else `RUNCOMFY_BASE_URL`, else the documented one; no slash at its end.

    Raises `ValueError` for anything but https, and http on loopback.
    """
    url = (base_url or os.environ.get("RUNCOMFY_BASE_URL") or BASE_URL).rstrip("/")
    parts = urlsplit(url)
    plain = parts.scheme == "http" and parts.hostname in LOOPBACK
    if not parts.hostname or not (parts.scheme == "https" or plain):
        raise ValueError(
            "base_url needs https (http is for loopback alone): "
            f"{parts.scheme}://{parts.hostname}"
        )
    if parts.username or parts.password or parts.query or parts.fragment:
        raise ValueError("base_url is a scheme, a host and perhaps a port and a path")
    return url


def _token_files() -> list[Path]:
    """Where RunComfy's CLI may keep its token."""
    folders = [
        os.environ.get("RUNCOMFY_CONFIG_DIR"),
        os.environ.get("XDG_CONFIG_HOME")
        and f"{os.environ['XDG_CONFIG_HOME']}/runcomfy",
        "~/.config/runcomfy",
    ]
    return [Path(folder).expanduser() / "token.json" for folder in folders if folder]


def _read(path: Path) -> str | None:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RuntimeError):
        return None
    token = document.get("access_token") if isinstance(document, dict) else None
    return token if isinstance(token, str) else None
