"""`schemas/follow.toml`: the models that `sync` follows, and their source.

models = ["kling/*", "runwayml/*"]     # patterns of model_ids to follow
except = ["kling/*/beta"]              # except these
language = "en"                        # the language that texts should have
source = "catalog"                     # or "pages": the docs pages of the stored models
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.diagnostics.diagnostic import DiagnosticsError
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import is_array
from runcomfy_codegen.language import LANGUAGES
from runcomfy_codegen.reading.files import FOLLOW_FILE
from runcomfy_codegen.reading.toml_file import read_toml
from runcomfy_codegen.reading.toml_lines import TomlLines
from runcomfy_codegen.suggesting import closest, suggestion

CATALOG, PAGES = "catalog", "pages"
SOURCES = (CATALOG, PAGES)
"""The sources that models may be read from."""

_KEYS = ("models", "except", "language", "source")


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

    def problem(self, model_ids: Collection[str]) -> str:
        """Return what is wrong, given the ids of all models; empty if nothing is."""
        patterns = {"models": self.models or (), "except": self.excluded}
        lines = [
            f"{unmatched} in {key}"
            for key, listed in patterns.items()
            for unmatched in unmatched_patterns(listed, model_ids)
        ]
        if (
            not lines
            and self.models
            and not any(self.follows(model_id, is_stored=False) for model_id in model_ids)
        ):
            lines = ["follows no model: everything that matches models also matches except"]
        return "; ".join(lines)


def matches(model_id: str, patterns: Iterable[str]) -> bool:
    """Whether one of `patterns` matches: `*` stands for any text, slashes included."""
    return any(fnmatchcase(model_id, pattern) for pattern in patterns)


def unmatched_patterns(patterns: Iterable[str], model_ids: Collection[str]) -> Iterator[str]:
    """Yield a message for each of `patterns` that matches none of `model_ids`."""
    for pattern in patterns:
        if not any(fnmatchcase(model_id, pattern) for model_id in model_ids):
            close = closest(pattern, model_ids)
            hint = f" (close to it: {close})" if close else ""
            yield f"{pattern!r} matches no model{hint}"


def read_following(schemas: Path) -> Following | None:
    """Read the file of a schemas folder; None if it has none.

    Raises `DiagnosticsError` with all that is wrong with it.
    """
    path = schemas / FOLLOW_FILE
    if not path.exists():
        return None
    collector = Collector(path.as_posix())
    toml = read_toml(path, "invalid-follow", collector)
    table = toml.table if toml else {}
    lines = TomlLines(toml.text if toml else "")
    for key, message, hint in _problems(table) if toml else ():
        collector.add("invalid-follow", join_pointer(key), message, hint, line=lines.of(key))
    if collector.diagnostics:
        raise DiagnosticsError(collector.diagnostics)
    excluded, language, source = table.get("except", ()), table.get("language"), table.get("source")
    return Following(tuple(table["models"]), tuple(excluded), language, source or CATALOG)


class _Problem(NamedTuple):
    key: str
    message: str
    hint: str


def _problems(table: dict[str, Any]) -> Iterator[_Problem]:
    for key in table.keys() - set(_KEYS):
        yield _Problem(key, "is an unknown key", suggestion(key, _KEYS))
    if not table.get("models"):
        yield _Problem("models", "names no models", 'models = ["*"] follows all')
    for key in ("models", "except"):
        if not _is_list_of_texts(table.get(key, [])):
            yield _Problem(key, "is not a list of patterns", f'{key} = ["kling/*"]')
    for key, allowed in (("language", sorted(LANGUAGES)), ("source", SOURCES)):
        if table.get(key, allowed[0]) not in allowed:
            yield _Problem(key, f"is {table[key]!r}", f"one of {', '.join(allowed)}")


def _is_list_of_texts(value: Any) -> bool:
    return is_array(value) and all(isinstance(item, str) and item for item in value)
