"""Where the simulator listens."""

from dataclasses import dataclass


@dataclass
class Origins:
    """Two addresses that answer alike; filled in when the simulator starts."""

    home: str = ""
    """The API's base URL."""
    other: str = ""
    """Another origin: no token has any business there."""
