"""Which language a model's titles and descriptions are in: by script, else by small words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from runcomfy_codegen.diff.finding import Finding
from runcomfy_codegen.diff.judge import Judge
from runcomfy_codegen.json_schema.pointers import split_pointer
from runcomfy_codegen.json_schema.values import is_array, is_object
from runcomfy_codegen.json_schema.walking import HOLDERS_AS_WRITTEN, every_schema

SCRIPTS = {
    "ja": "\u3040-\u30ff",
    "ko": "\uac00-\ud7af\u1100-\u11ff",
    "zh": "\u4e00-\u9fff",
    "ru": "\u0400-\u04ff",
    "ar": "\u0600-\u06ff",
    "he": "\u0590-\u05ff",
    "th": "\u0e00-\u0e7f",
    "hi": "\u0900-\u097f",
    "el": "\u0370-\u03ff",
}
"""Language: its letters. Japanese stands before Chinese, whose letters it uses as well."""

WORDS = {
    "en": "the of and to for is in be this that with will are or from image should must used by",
    "it": "il lo la gli di della del per con che una un da nel sono deve immagine durata non",
    "pt": "o os da do das dos para com que uma um em não são deve imagem duração ser ou pelo",
    "es": "el los las de del para con que una un en no son debe imagen duración ser la por y",
    "fr": "le les des du pour avec que une un dans est sont doit image durée être la et ou",
    "de": "der die das des den für mit und ein eine ist sind muss bild dauer werden nicht von zu",
    "nl": "de het een van voor met en is zijn moet afbeelding duur worden niet of op dat te",
    "pl": "i w na z do dla jest są musi obraz czas nie się lub oraz który przez od po jako",
    "tr": "ve bir için ile bu olarak olan süre görüntü olmalıdır veya değil daha en kadar",
    "vi": "của và cho là với một được trong không có hình ảnh thời gian phải hoặc các",
    "id": "yang dan untuk dengan dari adalah ini gambar durasi harus atau tidak di ke pada akan",
}
"""Language in Latin letters: words that few of its sentences go without."""

_SMALL_WORDS = {language: frozenset(words.split()) for language, words in WORDS.items()}
_LETTERS = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")

MIN_SCRIPT_SHARE = 0.15
"""Share of a script's letters from which on the text is in its language: names stay English."""


def language(texts: Iterable[str]) -> str | None:
    """The language of `texts` together, or None where that cannot be told."""
    text = " ".join(texts).lower()
    letters = len(_LETTERS.findall(text))
    for name, script in SCRIPTS.items():
        if len(re.findall(f"[{script}]", text)) > MIN_SCRIPT_SHARE * letters:
            return name
    return _by_words(Counter(_WORD.findall(text)))


def _by_words(counts: Counter[str]) -> str | None:
    scores = sorted(
        ((sum(counts[word] for word in words), name) for name, words in _SMALL_WORDS.items()),
        reverse=True,
    )
    (best, name), (second, _) = scores[:2]
    return name if best >= 2 and best >= 1.3 * second else None


def worded(document: Any) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text of a schema document that is in the page's language, with the steps to it."""
    is_map = is_object(document) and "output" in document and "properties" not in document
    root = "/output" if is_map else ""
    outer = document["output"] if is_map else document
    for pointer, schema in every_schema(outer, root, HOLDERS_AS_WRITTEN):
        base = tuple(split_pointer(pointer))
        for key in ("title", "description"):
            if isinstance(schema.get(key), str):
                yield (*base, key), schema[key]
        rules = schema.get("validations")
        for index, rule in enumerate(rules if is_array(rules) else ()):
            message = rule.get("validation_error") if is_object(rule) else None
            if isinstance(message, str):
                yield (*base, "validations", index, "validation_error"), message


def only_language(findings: list[Finding], judge: Judge) -> Iterator[Finding]:
    """`findings`, with one in place of all about texts where these are in another language."""
    texts = [found for found in findings if found.rule in _ABOUT_TEXTS]
    before = language(found.before for found in texts if isinstance(found.before, str))
    after = language(found.after for found in texts if isinstance(found.after, str))
    if before is None or after is None or before == after:
        yield from findings
        return
    words = f"the page is in another language: {len(texts)} texts, from {before} to {after}"
    model_id, place = texts[0].model_id, texts[0].pointer.partition("#")[0] + "#"
    yield judge.finding("language-changed", model_id, place, words, before, after)
    yield from (found for found in findings if found.rule not in _ABOUT_TEXTS)


_ABOUT_TEXTS = frozenset({"title-changed", "description-changed", "media-rule-message-changed"})
