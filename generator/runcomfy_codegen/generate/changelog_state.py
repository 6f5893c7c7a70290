"""Whether the change log of the schemas is current, known without comparing any."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from runcomfy_codegen.generate.build_cache import BuildCache
from runcomfy_codegen.generate.digests import digest
from runcomfy_codegen.git.commits import last_commit
from runcomfy_codegen.git.repository import is_in_repository
from runcomfy_codegen.git.running import GitError
from runcomfy_codegen.reading.files import CHANGELOG_FILE, read_bytes

_KIND = "changelog"


class ChangelogState:
    """The change log of a folder of schemas, as of one run of the generator."""

    def __init__(self, schemas: Path, run_key: str, cache: BuildCache) -> None:
        """Take the digest of all that the run depends on: its key."""
        self._file, self._run_key, self._cache = schemas / CHANGELOG_FILE, run_key, cache

    def is_current(self) -> bool:
        """Whether the log is known to be current; raises `OSError` if it cannot be read."""
        key = self._key()
        return key in self._cache.get(_KIND, [key])

    def remember(self) -> None:
        """Keep in the cache that the log is current."""
        self._cache.put(_KIND, {self._key(): True})

    def _key(self) -> str:
        return digest(self._run_key, self._last_commit, read_bytes(self._file) or "")

    @cached_property
    def _last_commit(self) -> str:
        """The last commit that changed the log; "" without one, or without git."""
        try:
            return last_commit(self._file) if is_in_repository(self._file.parent) else ""
        except GitError:
            return ""
