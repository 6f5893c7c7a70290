"""Detect the language of texts, by their script or by common words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

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
"""Language: a regex class of its letters. Japanese, which uses Chinese letters too, is first."""

COMMON_WORDS = {
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
"""Language that is written in Latin letters: some of its commonest words, with blanks between."""

LANGUAGES = frozenset({*SCRIPTS, *COMMON_WORDS})
"""The languages that can be distinguished."""

_COMMON_WORDS = {language: frozenset(words.split()) for language, words in COMMON_WORDS.items()}
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")

MIN_SCRIPT_SHARE = 0.15
"""Share of letters in a script that identifies its language; names of things stay English."""

MIN_WORDS = 2
"""Common words that identify a language."""

MIN_LEAD = 1.3
"""Factor by which the common words of a language must outnumber those of any other."""


def detect_language(texts: Iterable[str]) -> str | None:
    """Return the ISO 639-1 code of the language of most of `texts`, or None if unclear.

    A few texts may quote another language, and names of things stay English on any page.
    """
    all_texts = list(texts)
    by_script = [
        text for text in all_texts if _language_of_script(text) and not _language_of_words(text)
    ]
    latin = [text for text in all_texts if text not in by_script]
    by_words = [text for text in latin if _language_of_words(text)]
    if len(by_script) > len(by_words):
        return _language_of_script(" ".join(by_script))
    return _language_of_words(" ".join(latin))


def _language_of_script(text: str) -> str | None:
    letters = len(_LETTER.findall(text))
    for language, script in SCRIPTS.items():
        if len(re.findall(f"[{script}]", text)) > MIN_SCRIPT_SHARE * letters:
            return language
    return None


def _language_of_words(text: str) -> str | None:
    counts = Counter(_WORD.findall(text.lower()))
    scores = sorted(
        ((sum(counts[word] for word in words), name) for name, words in _COMMON_WORDS.items()),
        reverse=True,
    )
    # Related languages share words, so the winner needs a clear lead.
    (best, language), (second, _) = scores[:2]
    return language if best >= MIN_WORDS and best >= MIN_LEAD * second else None
