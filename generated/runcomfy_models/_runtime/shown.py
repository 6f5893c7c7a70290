# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""How much of a foreign text an error shows: it may quote a prompt or a data URI."""

SHOWN = 300


def shown(text: str, limit: int = SHOWN) -> str:
    """`text`, cut behind `limit` characters."""
    return text if len(text) <= limit else text[:limit] + "…"
