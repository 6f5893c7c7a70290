"""`schemas/follow.toml`: what `sync` follows when no flag says otherwise.

models = ["kling/*", "runwayml/*"]     # patterns of model_ids; a model that matches is added
except = ["kling/*/beta"]              # and these are not
language = "en"                        # the language that texts should have
source = "catalog"                     # or "pages": the docs pages of the stored models
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.diagnostics.diagnostic import DiagnosticsError
from runcomfy_codegen.json_schema.values import is_array
from runcomfy_codegen.language import LANGUAGES
from runcomfy_codegen.reading.files import FOLLOW
from runcomfy_codegen.reading.toml_file import read_toml

CATALOG, PAGES = "catalog", "pages"
SOURCES = (CATALOG, PAGES)
"""Where models may be read from."""

KEYS = ("models", "except", "language", "source")


@dataclass(frozen=True)
class Following:
    """The models that are followed, their language and their source."""

    models: tuple[str, ...] | None = None
    """Patterns; None for those that are stored."""
    excluded: tuple[str, ...] = ()
    language: str | None = None
    source: str | None = None

    def follows(self, model_id: str, is_stored: bool) -> bool:
        """Whether a model is followed."""
        if matches(model_id, self.excluded):
            return False
        return is_stored if self.models is None else matches(model_id, self.models)

    def unmatched(self, model_ids: Iterable[str]) -> list[str]:
        """Return the patterns that match none of `model_ids`."""
        ids = list(model_ids)
        patterns = (*(self.models or ()), *self.excluded)
        return [one for one in patterns if not any(fnmatchcase(name, one) for name in ids)]


def matches(model_id: str, patterns: Iterable[str]) -> bool:
    """Whether one of `patterns` matches: `*` stands for any text, slashes included."""
    return any(fnmatchcase(model_id, pattern) for pattern in patterns)


def read_following(schemas: Path) -> Following | None:
    """Read the file of a schemas folder; None if it has none.

    Raises `DiagnosticsError` with all that is wrong with it.
    """
    path = schemas / FOLLOW
    if not path.exists():
        return None
    notes = Notes(path.as_posix())
    read = read_toml(path, "invalid-follow", notes)
    table = read.table if read else {}
    for problem, hint in _problems(table) if read else ():
        notes.add("invalid-follow", "", problem, hint)
    if notes.diagnostics:
        raise DiagnosticsError(notes.diagnostics)
    excluded, language, source = table.get("except", ()), table.get("language"), table.get("source")
    return Following(tuple(table["models"]), tuple(excluded), language, source or CATALOG)


def _problems(table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong, each with a hint."""
    for key in table.keys() - set(KEYS):
        close = get_close_matches(key, KEYS, 1)
        yield f"has an unknown key {key!r}", f"did you mean {close[0]!r}?" if close else ""
    if "models" not in table:
        yield "has no models", 'models = ["*"] follows all'
    for key in ("models", "except"):
        if not _is_list_of_texts(table.get(key, ["*"])):
            yield f"{key} is not a list of patterns", f'{key} = ["kling/*"]'
    for key, known in (("language", sorted(LANGUAGES)), ("source", SOURCES)):
        if table.get(key, known[0]) not in known:
            yield f"{key} is {table[key]!r}", f"one of {', '.join(known)}"


def _is_list_of_texts(value: Any) -> bool:
    return is_array(value) and bool(value) and all(isinstance(one, str) and one for one in value)
