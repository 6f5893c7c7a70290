"""A dict by identity: schemas are not hashable, and comparing them takes long."""

from __future__ import annotations

from typing import Generic, TypeVar

Value = TypeVar("Value")


class IdentityDict(Generic[Value]):
    """A dict whose keys are compared with `is`; it keeps them alive."""

    def __init__(self) -> None:
        """Begin empty."""
        self._entries: dict[int, tuple[object, Value]] = {}

    def __contains__(self, key: object) -> bool:
        """Whether the object `key` itself, not an equal one, has a value."""
        return id(key) in self._entries

    def __getitem__(self, key: object) -> Value:
        """Return the value of `key`; raises `KeyError` if it has none."""
        return self._entries[id(key)][1]

    def __setitem__(self, key: object, value: Value) -> None:
        """Set the value of `key`."""
        self._entries[id(key)] = (key, value)
