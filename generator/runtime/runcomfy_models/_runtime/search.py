"""Find models by words, in the index that the generator has made; no model is imported."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from math import log
from typing import Any

from .info import ModelInfo

Infos = Mapping[str, dict[str, Any]]
"""Model_id: the facts about the model, as arguments of `ModelInfo`."""

Words = Mapping[str, tuple[str, str, str]]
"""Word: the numbers of the models that have it in a name, in a category, in the description."""

WEIGHTS = (4.0, 3.0, 1.0)
"""The weights of a word in a name, in a category and in the description."""

PREFIX, TYPO = 0.7, 0.5
"""The weights of a word that only shares its beginning with the query, or is spelt alike."""

MIN_SHARE = 0.5
"""Share of the best score below which a model is left out."""

_WORD = re.compile(r"[^\W_]+")


def search(text: str, limit: int | None, infos: Infos, words: Words) -> list[ModelInfo]:
    """Return the models that fit `text`, best first; all of them if it has no words."""
    model_ids = list(infos)
    ranked = list(range(len(infos)))
    if query := words_of(text):
        scores = _scores(query, len(infos), words)
        least = MIN_SHARE * max(scores.values(), default=0)
        good = (number for number in ranked if scores.get(number, -1) >= least)
        ranked = sorted(good, key=lambda number: -scores[number])
    return [read_info(model_ids[number], infos) for number in ranked[:limit]]


def read_info(model_id: str, infos: Infos) -> ModelInfo:
    """Return the index's facts about a model; only its id if it is not in the index."""
    facts = dict(infos.get(model_id, {}))
    if "price" in facts:
        facts["price"] = Decimal(facts["price"])
    return ModelInfo(model_id, **facts)


def words_of(text: str) -> list[str]:
    """Return the words of `text` in the form in which the index has them."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(c for c in plain if not unicodedata.combining(c)))


def _scores(query: list[str], models: int, words: Words) -> dict[int, float]:
    """Return the score of each model that has one of the words of `query`."""
    compounds = [(pair, "".join(pair)) for pair in pairwise(query)]
    scores: dict[int, float] = {}
    for word in dict.fromkeys(query):
        matches = _matches(word, words)
        for pair, compound in compounds:  # `lip sync` is `lipsync`
            if word in pair and compound in words:
                _take_best(matches, _matches(compound, words))
        rarity = log(1 + models / max(len(matches), 1))
        for number, match in matches.items():
            scores[number] = scores.get(number, 0) + match * rarity
    return scores


def _matches(wanted: str, words: Words) -> dict[int, float]:
    """Return how well each model matches one word of a query."""
    best: dict[int, float] = {}
    for word, quality in _similar(wanted, words):
        _take_best(best, _models_with(word, quality, words))
    for end in range(2, len(wanted) - 1):  # `lipsync` is `lip sync`
        if wanted[:end] in words and wanted[end:] in words:
            first, second = (
                _models_with(half, 1.0, words) for half in (wanted[:end], wanted[end:])
            )
            both = first.keys() & second.keys()
            _take_best(best, {n: min(first[n], second[n]) for n in both})
    return best


def _models_with(word: str, quality: float, words: Words) -> dict[int, float]:
    matches: dict[int, float] = {}
    for weight, numbers in zip(WEIGHTS, words[word], strict=True):
        for number in map(int, numbers.split()):  # the heaviest field comes first
            matches.setdefault(number, weight * quality)
    return matches


def _take_best(best: dict[int, float], others: dict[int, float]) -> None:
    for number, match in others.items():
        best[number] = max(best.get(number, 0), match)


def _similar(wanted: str, words: Words) -> Iterator[tuple[str, float]]:
    """Yield words that `wanted` may stand for, each with its weight."""
    if wanted in words:
        yield wanted, 1.0
    if len(wanted) > 2:
        yield from (
            (word, PREFIX)
            for word in words
            if word.startswith(wanted) and word != wanted
        )
    if wanted not in words and len(wanted) > 3:
        edits = 1 if len(wanted) < 8 else 2
        alike = _sharing_a_third(wanted, words)
        yield from ((word, TYPO) for word in alike if is_close(wanted, word, edits))


def _sharing_a_third(wanted: str, words: Iterable[str]) -> Iterator[str]:
    """Yield the words that begin, end or go on like `wanted`: two edits leave one of the three."""
    size = len(wanted) // 3
    start, middle, end = wanted[:size], wanted[size:-size], wanted[-size:]
    for word in words:
        if word.startswith(start) or word.endswith(end) or middle in word:
            yield word


def is_close(word: str, other: str, edits: int) -> bool:
    """Whether at most that many edits turn one word into the other.

    An edit adds, drops or changes a letter, or swaps two neighbours.
    """
    if abs(len(word) - len(other)) > edits:
        return False
    pairs = enumerate(zip(word, other, strict=False))
    difference = next((n for n, (a, b) in pairs if a != b), None)
    if difference is None:
        return True
    if not edits:
        return False
    word, other = word[difference:], other[difference:]
    return (
        is_close(word[1:], other[1:], edits - 1)
        or is_close(word[1:], other, edits - 1)
        or is_close(word, other[1:], edits - 1)
        or (word[:2] == other[1::-1] and is_close(word[2:], other[2:], edits - 1))
    )
