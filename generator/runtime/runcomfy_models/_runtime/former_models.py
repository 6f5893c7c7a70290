"""Ids that no model has: where the model went, since when it is gone, and which ones are close."""

import re
from difflib import get_close_matches
from warnings import warn

from .._models import GONE, MODELS, RENAMED


def current_id(model_id: str) -> str:
    """Return the id that a model has now, with a `DeprecationWarning` that names it.

    Raises `LookupError` for an id that no model had, or that is gone.
    """
    if model_id in RENAMED:
        message = f"the model {model_id} is {RENAMED[model_id]} now"
        warn(message, DeprecationWarning, stacklevel=3)
        return RENAMED[model_id]
    raise LookupError(
        _gone_words(model_id) if model_id in GONE else _unknown_words(model_id)
    )


def gone(model_id: str) -> ImportError:
    """Return the error for the import of a module whose model is gone."""
    return ImportError(_gone_words(model_id))


def _gone_words(model_id: str) -> str:
    close = _closest(model_id)
    hint = f"; close to it: {', '.join(close)}" if close else ""
    return f"the model {model_id} is gone since {GONE[model_id]}{hint}"


def _unknown_words(model_id: str) -> str:
    close = _closest(model_id)
    hint = f"; did you mean {' or '.join(close)}?" if close else ""
    return f"no model {model_id!r} among the {len(MODELS)} known ones{hint}"


def _closest(model_id: str) -> list[str]:
    """Return up to five ids: those that contain `model_id`, in any spelling, then similar ones."""
    wanted = _words(model_id)
    spelled = {name: _words(name) for name in MODELS}
    containing = [name for name in MODELS if wanted and wanted in spelled[name]]
    matches = get_close_matches(wanted, spelled.values(), cutoff=0.4)
    similar = (name for text in matches for name in MODELS if spelled[name] == text)
    return list(dict.fromkeys([*sorted(containing, key=len), *similar]))[:5]


def _words(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
