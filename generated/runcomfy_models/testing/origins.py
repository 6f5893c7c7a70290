# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 2be09ffb5fec427cabc583d04f7576de
"""The addresses of a simulator."""

from dataclasses import dataclass


@dataclass
class Origins:
    """Two addresses that answer alike; filled in when the simulator starts."""

    home: str = ""
    """The API's base URL."""
    other: str = ""
    """Another origin, which should never see a token."""
