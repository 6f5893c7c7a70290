"""Notes of reading a page: parts that were found, that are missing, or that are wrong."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class PageNotes:
    """Everything noticed on one page, collected so that all of it is reported at once."""

    found: list[str] = field(default_factory=list[str])
    missing: list[str] = field(default_factory=list[str])
    """Required parts that the page lacks; it is not imported."""
    errors: list[str] = field(default_factory=list[str])
    """Parts that are present but unusable; the page is not imported."""
    warnings: list[str] = field(default_factory=list[str])
    """Parts that a maintainer should look at; the page is still imported."""

    @property
    def blocks_import(self) -> bool:
        """Whether something is missing or wrong, so that the page cannot be imported."""
        return bool(self.missing or self.errors)
