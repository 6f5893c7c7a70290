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
