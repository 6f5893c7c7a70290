# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 52682907fb049721c5a39b2923a46bb6
"""Messages about ids that no model has: its new id, the day of its removal, similar ids."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import NamedTuple
from warnings import warn


class Ids(NamedTuple):
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
            message = f"the model {model_id} is {self.renamed[model_id]} now"
            warn(message, DeprecationWarning, stacklevel=3)
            return self.renamed[model_id]
        is_gone = model_id in self.gone_since
        raise LookupError(
            self._gone_words(model_id) if is_gone else self._unknown_words(model_id)
        )

    def gone(self, model_id: str) -> ImportError:
        """Return the error for the import of a module whose model is gone."""
        return ImportError(self._gone_words(model_id))

    def _gone_words(self, model_id: str) -> str:
        close = _closest(model_id, self.models)
        hint = f"; close to it: {', '.join(close)}" if close else ""
        return f"the model {model_id} is gone since {self.gone_since[model_id]}{hint}"

    def _unknown_words(self, model_id: str) -> str:
        close = _closest(model_id, self.models)
        hint = f"; did you mean {' or '.join(close)}?" if close else ""
        return f"no model {model_id!r} among the {len(self.models)} known ones{hint}"


def _closest(model_id: str, known: Mapping[str, str]) -> list[str]:
    """Return up to five ids: those that contain `model_id`, in any spelling, then similar ones."""
    wanted = _words(model_id)
    spelled = {name: _words(name) for name in known}
    containing = [name for name in known if wanted and wanted in spelled[name]]
    matches = get_close_matches(wanted, spelled.values(), cutoff=0.4)
    similar = (name for text in matches for name in known if spelled[name] == text)
    return list(dict.fromkeys([*sorted(containing, key=len), *similar]))[:5]


def _words(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
