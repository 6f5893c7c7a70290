"""A place in a document, as overrides, rules in words and findings name it.

The key of a place is `pointer` in `accepted.toml` and in the JSON of `diff`; it is `at` in
`rules.toml` and in the waivers of `overrides.toml`.
"""

from __future__ import annotations

from typing import NamedTuple, Self

from runcomfy_codegen.json_schema.pointers import join_pointer


class Place(NamedTuple):
    """A document and a JSON pointer in it; as text `input.json#/properties/x`, or empty."""

    document: str = ""
    """The name of a file, such as `input.json`; empty if a finding has no place."""
    pointer: str = ""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the place that `text` names."""
        document, _, pointer = text.partition("#")
        return cls(document, pointer)

    def child(self, *steps: str) -> Place:
        """Return the place that `steps` lead to from here."""
        return Place(self.document, self.pointer + join_pointer(*steps))

    def __str__(self) -> str:
        """Return the place as it is written in `overrides.toml`."""
        return f"{self.document}#{self.pointer}" if self.document else ""
