"""The names that a maintainer has pinned for one model in `overrides.toml`."""

from __future__ import annotations

from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.overrides import Entry, Overrides
from runcomfy_codegen.reading.place import Place


class PinnedNames:
    """Looks up pinned names, and records which were asked for."""

    def __init__(self, model_id: ModelId, overrides: Overrides) -> None:
        """Look up names of `model_id` in `overrides`."""
        self.names = overrides.of(model_id).names
        self.used: set[Entry] = set()
        self._model_id = model_id
        self._overrides = overrides

    def get(self, place: Place) -> str | None:
        """Return the name that is pinned at `place`, if any."""
        name = self.names.get(str(place))
        if name is not None:
            self.used.add(("names", str(place)))
        return name

    def hint(self, place: Place, name: str) -> str:
        """Return the hint to pin `name` at `place`."""
        return self._overrides.line_to_paste(self._model_id, "names", str(place), value=name)
