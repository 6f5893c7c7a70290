# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: b98736a54ca82ac736a104cf7d956c77
"""The addresses of a simulator."""

from dataclasses import dataclass


@dataclass
class Origins:
    """Two addresses that give the same answers; set when the simulator starts."""

    home: str = ""
    """The API's base URL."""
    other: str = ""
    """Another origin, which should never see a token."""
