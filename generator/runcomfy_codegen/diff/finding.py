"""The base of every report on drift: one change, its rule, and what it means for a caller."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum
from typing import Any, Final

from runcomfy_codegen.untrusted_text import MAX_VALUE_CHARS, printable, truncate


class Absent(Enum):
    """The type of `ABSENT`."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT
"""In place of a value that was not there before, or is not there any more: null is a value."""


class Verdict(IntEnum):
    """What a change means for code that ran against the old schemas, worst last."""

    WORDS = 1
    """A matter of words: nothing that a program sees."""
    COMPATIBLE = 2
    """More is possible; what ran goes on running."""
    BEHAVIOUR = 3
    """What ran goes on running, but may give another result."""
    BREAKING = 4
    """What ran may fail."""

    def __str__(self) -> str:
        """The name as it is printed and as the override file has it."""
        return self.name.lower()


@dataclass(frozen=True)
class Finding:
    """One change between two sets of schemas."""

    rule: str
    """A name of `drift.rules.RULES`."""
    model_id: str
    """Empty where the change is about all models."""
    pointer: str
    """`input.json#/properties/x/maximum`: the document and the place in it."""
    before: Any
    after: Any
    verdict: Verdict
    words: str
    """One sentence; whatever comes from a page stands in it as `code`."""

    def as_row(self) -> dict[str, Any]:
        """The finding as a JSON object; what is absent has no key."""
        sides = {"before": self.before, "after": self.after}
        return {
            "rule": self.rule,
            "verdict": str(self.verdict),
            "model_id": self.model_id,
            "pointer": self.pointer,
            **{name: value for name, value in sides.items() if value is not ABSENT},
            "words": self.words,
        }


def code(text: object, max_chars: int = MAX_VALUE_CHARS) -> str:
    """`text` from a page as a Markdown code span that nothing in it can leave, cut short."""
    plain = printable(str(text)).replace("`", "'").strip()
    return f"`{truncate(plain, max_chars)}`" if plain else "` `"
