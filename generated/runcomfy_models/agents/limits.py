# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 58c465e51955b44f5d20381a467ce168
"""The limits that a user sets for an agent."""

from dataclasses import dataclass, field
from decimal import Decimal

from .._runtime.options import UnknownCost
from .folders import Folders


@dataclass(frozen=True, kw_only=True)
class AgentLimits:
    """The limits that the user sets for an agent."""

    budget: Decimal | None = None
    """US dollars for the whole session; None for no limit."""
    max_cost: Decimal | None = None
    """US dollars for one job; None for no limit."""
    max_cost_unknown: UnknownCost = "refuse"
    """Whether `max_cost` lets a job pass whose price is not known."""
    folders: Folders = field(default_factory=Folders)
    """The folders that may be read and written."""
