# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 0a3a0c599698e9bc33ade7e4ed660bb6
"""The ids of models: those they have now, and what became of the others."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import NamedTuple
from warnings import warn

from .suggesting import did_you_mean
from .truncating import truncated


class ModelIds(NamedTuple):
    """The ids of a generated package, as its `_models.py` has them."""

    models: Mapping[str, str]
    renamed: Mapping[str, str]
    gone_since: Mapping[str, str]

    def current(self, model_id: str) -> str:
        """Return the id that a model has now; a former one with a `DeprecationWarning`.

        Raises `LookupError` for an id that no model had, or that is gone.
        """
        if model_id in self.models:
            return model_id
        if model_id in self.renamed:
            message = f"the model {model_id} is called {self.renamed[model_id]} now"
            warn(message, DeprecationWarning, stacklevel=3)
            return self.renamed[model_id]
        if model_id in self.gone_since:
            raise LookupError(self._removed_message(model_id))
        raise LookupError(self._unknown_message(model_id))

    def similar(self, model_id: str) -> list[str]:
        """Return up to five ids like `model_id`, which the messages suggest."""
        return _closest(truncated(model_id), self.models)

    def gone(self, model_id: str) -> ImportError:
        """Return the error for the import of a module whose model is gone."""
        return ImportError(self._removed_message(model_id))

    def _removed_message(self, model_id: str) -> str:
        close = self.similar(model_id)
        hint = f"; similar models: {', '.join(close)}" if close else ""
        day = self.gone_since[model_id]
        return f"the model {model_id} was removed on {day}{hint}"

    def _unknown_message(self, model_id: str) -> str:
        hint = did_you_mean(self.similar(model_id))
        name, count = truncated(model_id), len(self.models)
        return f"no model {name!r} among the {count} known ones{hint}"


def _closest(model_id: str, known: Mapping[str, str]) -> list[str]:
    """Return up to five ids: those that contain `model_id`, in any spelling, then similar ones."""
    wanted = _normalized(model_id)
    normalized = {name: _normalized(name) for name in known}
    containing = [name for name in known if wanted and wanted in normalized[name]]
    matches = get_close_matches(wanted, normalized.values(), cutoff=0.4)
    similar = (name for text in matches for name in known if normalized[name] == text)
    return list(dict.fromkeys([*sorted(containing, key=len), *similar]))[:5]


def _normalized(text: str) -> str:
    """Return `text` in lower case, with a dash for each run of other characters."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
