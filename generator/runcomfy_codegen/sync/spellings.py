"""Find model_ids whose folders differ only in case: one folder on macOS and Windows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate

from runcomfy_codegen.reading.model_id import ModelId


class Spellings:
    """How the folders of some models, and the folders above them, are spelled."""

    def __init__(self, model_ids: Iterable[str]) -> None:
        """Read the folders of `model_ids`."""
        self._spellings: dict[str, dict[str, str]] = {}
        for model_id in model_ids:
            for folder in _folders(model_id):
                first = self._spellings.setdefault(folder.casefold(), {})
                first.setdefault(folder, model_id)

    def like(self, model_id: ModelId) -> str | None:
        """Return a model whose folder, or one above it, differs only in case; None without one."""
        for folder in _folders(model_id):
            for spelling, other in self._spellings.get(folder.casefold(), {}).items():
                if spelling != folder:
                    return other
        return None


def _folders(model_id: str) -> Iterator[str]:
    """Yield `kling`, `kling/kling-3.0` and so on."""
    yield from accumulate(model_id.split("/"), "{}/{}".format)
