"""Find the tokens that occur in a text, at a cost that does not grow with their number."""

import weakref
from collections import deque
from collections.abc import Iterator
from threading import Lock

from .credentials import Token
from .redacting import unescaped

_Reference = weakref.ref[Token]

_Holders = dict[int, _Reference]
"""Tokens of one spelling, by the `id` of their weak reference: the `id` of a token itself may
belong to another token by the time that it is forgotten."""


class TokenIndex:
    """The tokens that are in use. A token is forgotten with its last client."""

    def __init__(self) -> None:
        """Start without tokens."""
        self._by_length: dict[int, dict[str, _Holders]] = {}
        self._dead: deque[tuple[_Reference, frozenset[str]]] = deque()
        self._lock = Lock()

    def add(self, token: Token) -> None:
        """Find `token` from now on, for as long as it exists."""
        reference, spellings = weakref.ref(token), token.spellings()
        with self._lock:
            is_new = not all(self._has(text, reference) for text in spellings)
            for text in spellings:
                same_length = self._by_length.setdefault(len(text), {})
                same_length.setdefault(text, {})[id(reference)] = reference
        if is_new:
            finalizer = weakref.finalize(token, self._discard, reference, spellings)
            finalizer.atexit = False
        self._forget_dead()

    def occurring(self, text: str) -> Iterator[Token]:
        """Yield the tokens that may occur in `text`, plain or escaped for JSON or a URL."""
        for form in {text, unescaped(text)}:
            # Copies, since other threads may add tokens meanwhile.
            for length, spellings in tuple(self._by_length.items()):
                for start in range(len(form) - length + 1):
                    # One look-up for all tokens of that length.
                    if holders := spellings.get(form[start : start + length]):
                        references = tuple(holders.values())
                        yield from filter(
                            None, [reference() for reference in references]
                        )

    def _has(self, text: str, reference: _Reference) -> bool:
        return id(reference) in self._by_length.get(len(text), {}).get(text, {})

    def _discard(self, reference: _Reference, spellings: frozenset[str]) -> None:
        self._dead.append((reference, spellings))
        self._forget_dead()

    def _forget_dead(self) -> None:
        # The garbage collector may call this at any line, even while this very thread holds
        # the lock, in `add`. Then it does nothing: `add` calls it again without the lock.
        while self._dead and self._lock.acquire(blocking=False):
            try:
                while self._dead:
                    self._remove(*self._dead.popleft())
            finally:
                self._lock.release()

    def _remove(self, reference: _Reference, spellings: frozenset[str]) -> None:
        for text in spellings:
            same_length = self._by_length[len(text)]
            del same_length[text][id(reference)]
            if not same_length[text]:
                del same_length[text]
