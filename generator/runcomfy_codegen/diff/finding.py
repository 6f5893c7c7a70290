"""A finding: one change, the rule it falls under, and what it means for callers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from runcomfy_codegen.json_schema.values import ABSENT
from runcomfy_codegen.reading.place import Place


class Verdict(IntEnum):
    """The meaning of a change for code that works with the old schemas; the worst is last."""

    WORDS = 1
    """Only texts for people differ."""
    COMPATIBLE = 2
    """More is possible; existing code works as before."""
    BEHAVIOUR = 3
    """Existing code works, but may get another result."""
    BREAKING = 4
    """Existing code may fail."""

    def __str__(self) -> str:
        """Return the name as it is printed, and as it is written in the override file."""
        return self.name.lower()


@dataclass(frozen=True)
class Finding:
    """One change between two sets of schemas."""

    rule: str
    """A key of `diff.finding_rules.FINDING_RULES`."""
    model_id: str
    """Empty if the change is about all models."""
    place: Place
    """The place that changed; without a document if it is a model as a whole."""
    before: Any
    after: Any
    verdict: Verdict
    message: str
    """A sentence for people; text from a page appears only in code spans."""
    hint: str = ""
    """Lines to paste that undo the change; may be empty."""
    is_accepted: bool = False
    """Whether accepted.toml says that it fails no check."""

    def as_row(self) -> dict[str, Any]:
        """Return the finding as a JSON object; absent values have no key."""
        sides = {"before": self.before, "after": self.after}
        return {
            "rule": self.rule,
            "verdict": str(self.verdict),
            "model_id": self.model_id,
            "pointer": str(self.place),
            **{name: value for name, value in sides.items() if value is not ABSENT},
            "words": self.message,
            **({"hint": self.hint} if self.hint else {}),
            **({"accepted": True} if self.is_accepted else {}),
        }
