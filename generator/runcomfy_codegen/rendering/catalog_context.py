"""The index of all models: the facts of each, and the words to find it by."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from runcomfy_codegen.planning.ir import InfoSpec

Infos = Mapping[str, InfoSpec]
"""Model_id: the facts of the model."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class CatalogContext:
    """The template's context of `_catalog.py`."""

    infos: tuple[tuple[str, dict[str, Any]], ...]
    """Each model_id, and what is known about the model."""
    words: tuple[tuple[str, tuple[str, ...]], ...]
    """Each word, and the numbers of the models that have it: in names, categories, descriptions."""


def catalog_context(infos: Infos) -> CatalogContext:
    """Return the index of models with the facts `infos`."""
    models = sorted(infos.items())
    facts = tuple((model_id, _known_facts(info)) for model_id, info in models)
    return CatalogContext(facts, tuple(_postings(models)))


def words_of(text: str) -> list[str]:
    """Return the words of `text` in the form in which they are compared.

    The client library's `search` has the same function, for what is searched for.
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(char for char in plain if not unicodedata.combining(char)))


def _known_facts(info: InfoSpec) -> dict[str, Any]:
    return {name: value for name, value in asdict(info).items() if value is not None}


def _postings(models: Iterable[tuple[str, InfoSpec]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    postings: dict[str, tuple[list[int], ...]] = defaultdict(lambda: ([], [], []))
    for number, (model_id, info) in enumerate(models):
        for field, words in enumerate(_fields(model_id, info)):
            for word in dict.fromkeys(words):
                postings[word][field].append(number)
    for word, fields in sorted(postings.items()):
        yield word, tuple(" ".join(map(str, numbers)) for numbers in fields)


def _fields(model_id: str, info: InfoSpec) -> Iterator[Iterable[str]]:
    """Yield the words of a model's names, of its categories, of its description."""
    yield words_of(f"{model_id} {info.display_name or ''}")
    yield [word for text in (*(info.categories or ()), info.kind or "") for word in words_of(text)]
    yield words_of(info.description or "")
