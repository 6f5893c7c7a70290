"""Find sentences of a page that look like rules: with words such as `must` or `supported`."""

from __future__ import annotations

import re
from collections.abc import Iterator

WORDS = {
    "en": "must|should|supports?|supported|only|at most|at least|up to|max(?:imum)?|min(?:imum)?|"
    "between|requires?|required|cannot|can't|no more than|exceeds?|equals?|if .* is (?:set|given)",
    "it": "deve|devono|supporta(?:no)?|solo|almeno|al massimo|fino a|massimo|minimo|compres[oa]|"
    "richiede|non può|non superiore|uguale",
    "es": "deben?|admite|soporta|solo|al menos|como máximo|hasta|máximo|mínimo|entre|requiere|"
    "no puede|igual",
    "pt": "devem?|suporta|apenas|somente|pelo menos|no máximo|até|máximo|mínimo|requer|não pode|"
    "igual",
    "fr": "doit|doivent|prend en charge|seulement|uniquement|au moins|au plus|jusqu'à|maximum|"
    "minimum|entre|nécessite|ne peut|égale?",
    "de": "muss|müssen|darf|dürfen|unterstützt|nur|mindestens|höchstens|bis zu|maximal|minimal|"
    "zwischen|erfordert|gleich",
    "nl": "moet(?:en)?|mag|ondersteunt|alleen|minstens|minimaal|hoogstens|maximaal|tussen|vereist",
    "pl": "musi|muszą|obsługuje|tylko|co najmniej|najwyżej|maksymaln\\w+|minimaln\\w+|wymaga",
    "tr": "olmalıdır|gerekir|destekler|yalnızca|en az|en fazla|arasında|kadar",
    "vi": "phải|hỗ trợ|chỉ|ít nhất|tối đa|tối thiểu|không quá|yêu cầu",
    "id": "harus|mendukung|hanya|minimal|maksimal|antara|paling banyak|tidak boleh|hingga",
    "ru": "долж\\w+|поддержива\\w+|только|не менее|не более|максимум|минимум|между|требует\\w*",
}
"""Language with blanks between words: patterns of what its rules are worded with."""

CHARACTERS = {
    "ja": "必要|必須|なければ|まで|以上|以下|以内|のみ|対応|サポート|最大|最小",
    "zh": "必须|必須|支持|支援|最多|最少|至少|不超过|不超過|不能|仅|僅|等于|等於|之间|之間",
    "ko": "해야|지원|최대|최소|이상|이하|까지|필수|없습니다",
}
"""The same for languages without blanks, or whose words have endings."""

_RULE = re.compile(
    rf"\b(?:{'|'.join(WORDS.values())})\b|{'|'.join(CHARACTERS.values())}", re.IGNORECASE
)
_END = re.compile(r"(?<=[.!?;])\s+|(?<=[。！？；])|\n+")


def rule_like(text: str) -> Iterator[str]:
    """Yield the sentences of `text` that look like rules."""
    for sentence in _END.split(text):
        if _RULE.search(sentence):
            yield one_line(sentence)


def one_line(text: str) -> str:
    """Return `text` with single blanks, in which form quotes are compared."""
    return " ".join(text.split())
