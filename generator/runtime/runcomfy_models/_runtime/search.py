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
"""Model_id: what is known about the model."""

Words = Mapping[str, tuple[str, str, str]]
"""Word: the numbers of the models that have it in a name, in a category, in the description."""

WEIGHTS = (4.0, 3.0, 1.0)
"""The weights of a word in a name, in a category and in the description."""

PREFIX, TYPO = 0.7, 0.5
"""The weights of a word that only shares its beginning with the query, or is spelt alike."""

CUT = 0.5
"""Models are left out whose score is below this share of the best one."""

_WORD = re.compile(r"[^\W_]+")


def search(text: str, limit: int | None, infos: Infos, words: Words) -> list[ModelInfo]:
    """Return the models that fit `text`, best first; all of them if it has no words."""
    model_ids = list(infos)
    ranked = list(range(len(infos)))
    if wanted := words_of(text):
        scores = _scores(wanted, len(infos), words)
        best = max(scores.values(), default=0)
        good = (number for number in ranked if scores.get(number, -1) >= CUT * best)
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


def _scores(wanted: list[str], models: int, words: Words) -> dict[int, float]:
    """Return the score of each model that has one of the `wanted` words."""
    joined = [(pair, "".join(pair)) for pair in pairwise(wanted)]
    scores: dict[int, float] = {}
    for word in dict.fromkeys(wanted):
        matches = _matches(word, words)
        for pair, both in joined:  # `lip sync` is `lipsync`
            if word in pair and both in words:
                _take_best(matches, _matches(both, words))
        rarity = log(1 + models / max(len(matches), 1))
        for number, match in matches.items():
            scores[number] = scores.get(number, 0) + match * rarity
    return scores


def _matches(wanted: str, words: Words) -> dict[int, float]:
    """Return how well each model matches one wanted word."""
    best: dict[int, float] = {}
    for word, quality in _similar(wanted, words):
        _take_best(best, _models_with(word, quality, words))
    for end in range(2, len(wanted) - 1):  # `lipsync` is `lip sync`
        if wanted[:end] in words and wanted[end:] in words:
            first, second = (
                _models_with(half, 1.0, words) for half in (wanted[:end], wanted[end:])
            )
            both = first.keys() & second.keys()
            _take_best(best, {one: min(first[one], second[one]) for one in both})
    return best


def _models_with(word: str, quality: float, words: Words) -> dict[int, float]:
    found: dict[int, float] = {}
    for weight, numbers in zip(WEIGHTS, words[word], strict=True):
        for number in map(int, numbers.split()):
            found.setdefault(number, weight * quality)  # the heaviest field comes first
    return found


def _take_best(best: dict[int, float], others: dict[int, float]) -> None:
    for number, match in others.items():
        best[number] = max(best.get(number, 0), match)


def _similar(wanted: str, words: Words) -> Iterator[tuple[str, float]]:
    """Yield the words that may be meant; others than the word itself only if it is unknown."""
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


def is_close(one: str, other: str, edits: int) -> bool:
    """Whether at most that many edits turn one word into the other.

    An edit adds, drops or changes a letter, or swaps two neighbours.
    """
    if abs(len(one) - len(other)) > edits:
        return False
    pairs = enumerate(zip(one, other, strict=False))
    same = next((n for n, (a, b) in pairs if a != b), None)
    if same is None:
        return True
    one, other = one[same:], other[same:]
    if not edits:
        return False
    return (
        is_close(one[1:], other[1:], edits - 1)
        or is_close(one[1:], other, edits - 1)
        or is_close(one, other[1:], edits - 1)
        or (one[:2] == other[1::-1] and is_close(one[2:], other[2:], edits - 1))
    )
