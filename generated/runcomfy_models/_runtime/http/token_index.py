# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: d00e743052c9cf283437c50ebd63a67f
"""Find which of many tokens occur in a text, at a cost that does not grow with their number."""

import weakref
from collections import deque
from collections.abc import Iterator
from threading import Lock

from .credentials import Token
from .redacting import unescaped

_Holders = dict[int, weakref.ref[Token]]
"""Tokens of one spelling, by identity."""


class TokenIndex:
    """The tokens that are in use. A token is forgotten with its last client."""

    def __init__(self) -> None:
        """Start without tokens."""
        self._by_length: dict[int, dict[str, _Holders]] = {}
        self._dead: deque[tuple[int, frozenset[str]]] = deque()
        self._lock = Lock()

    def add(self, token: Token) -> None:
        """Find `token` from now on, for as long as it exists."""
        spellings = token.spellings()
        weakref.finalize(token, self._discard, id(token), spellings).atexit = False
        with self._lock:
            for text in spellings:
                same_length = self._by_length.setdefault(len(text), {})
                same_length.setdefault(text, {})[id(token)] = weakref.ref(token)
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

    def _discard(self, identity: int, spellings: frozenset[str]) -> None:
        self._dead.append((identity, spellings))
        self._forget_dead()

    def _forget_dead(self) -> None:
        # The garbage collector may call this at any line, even while this very thread holds
        # the lock. Then nothing is done here, but by `add` after it has released the lock.
        while self._dead and self._lock.acquire(blocking=False):
            try:
                while self._dead:
                    self._remove(*self._dead.popleft())
            finally:
                self._lock.release()

    def _remove(self, identity: int, spellings: frozenset[str]) -> None:
        for text in spellings:
            same_length = self._by_length[len(text)]
            del same_length[text][identity]
            if not same_length[text]:
                del same_length[text]
