# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 0ca79f6a68b3057437f77fa94cfab8fd
"""Where the simulator listens."""

from dataclasses import dataclass


@dataclass
class Origins:
    """Two addresses that answer alike; filled in when the simulator starts."""

    home: str = ""
    """The API's base URL."""
    other: str = ""
    """Another origin: no token has any business there."""
