"""A version of three numbers, and the next one after a change."""

from __future__ import annotations

import re
from typing import NamedTuple, Self

PARTS = ("none", "patch", "minor", "major")
"""The parts of a version that a change may raise, the smallest first."""

_NUMBER = "(0|[1-9][0-9]*)"
_VERSION = re.compile(rf"{_NUMBER}\.{_NUMBER}\.{_NUMBER}")


class Version(NamedTuple):
    """A final release, as Semantic Versioning 2.0.0 defines it."""

    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        """Return `1.2.3`."""
        return ".".join(map(str, self))

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Return the version `1.2.3`; None for any other text."""
        match = _VERSION.fullmatch(text)
        return cls(*map(int, match.groups())) if match else None

    def raised(self, part: str) -> Version:
        """Return the next version after a change of `part`, which is one of `PARTS`.

        Before 1.0, when anything may change (section 4 of the standard), a major change raises
        the minor version.
        """
        if part == "none":
            return self
        if part == "major" and self.major:
            return Version(self.major + 1, 0, 0)
        if part == "patch":
            return self._replace(patch=self.patch + 1)
        return Version(self.major, self.minor + 1, 0)


FIRST = Version(0, 1, 0)
"""The first release."""
