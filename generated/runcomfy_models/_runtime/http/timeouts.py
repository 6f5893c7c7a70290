# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 74d221a4c1138368387e59234d26c936
"""The timeouts of one HTTP call."""

from ..options import Options
from ..timing import MAX_SECONDS


def timeouts(options: Options, limit: float) -> dict[str, float]:
    """Return the timeouts in the form that transports of httpx take, at most `limit`.

    Both are in seconds.
    """
    longest = min(limit, MAX_SECONDS)
    read = min(options.read_timeout, longest)
    connect = min(options.connect_timeout, longest)
    return {"connect": connect, "read": read, "write": read, "pool": read}
