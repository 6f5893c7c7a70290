"""What is noticed while one page is read."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Notes:
    """Collected while a page is read, so that all of it can be said at once."""

    found: list[str] = field(default_factory=list[str])
    missing: list[str] = field(default_factory=list[str])
    """What a page must have and this one has not."""
    wrong: list[str] = field(default_factory=list[str])
    """What is there but cannot be used: the page is not imported."""
    odd: list[str] = field(default_factory=list[str])
    """What a maintainer should look at: the page is imported all the same."""

    @property
    def stopped(self) -> bool:
        """Whether the page cannot be imported."""
        return bool(self.missing or self.wrong)
