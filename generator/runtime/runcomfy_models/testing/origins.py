"""The addresses of a simulator."""

from dataclasses import dataclass


@dataclass
class Origins:
    """Two addresses that give the same answers; set when the simulator starts."""

    home: str = ""
    """The API's base URL."""
    other: str = ""
    """Another origin, which should never see a token."""
