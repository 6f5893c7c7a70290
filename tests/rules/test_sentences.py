"""Sentences that look like rules are found, in the languages of the pages."""

from __future__ import annotations

import pytest

from runcomfy_codegen.rules.sentences import CHARACTERS, WORDS, rule_like

RULES = {
    "en": "The sum must equal the duration.",
    "it": "La somma deve essere uguale alla durata.",
    "es": "La suma debe ser la duración.",
    "pt": "A soma deve ser a duração.",
    "fr": "La somme doit être la durée.",
    "de": "Die Summe muss die Dauer ergeben.",
    "nl": "De som moet de duur zijn.",
    "pl": "Suma musi być równa.",
    "tr": "Toplam süre 10 saniye olmalıdır.",
    "vi": "Tổng thời lượng phải là 10 giây.",
    "id": "Jumlahnya harus sama dengan durasi.",
    "ru": "Сумма должна быть равна длительности.",
    "ja": "合計は動画の長さと同じでなければなりません。",
    "zh": "总时长必须等于视频时长。",
    "ko": "합계는 전체 길이와 같아야 하며 최대 10초입니다.",
}


def test_every_language_of_the_table_has_an_example() -> None:
    assert WORDS.keys() | CHARACTERS.keys() == RULES.keys()
    assert len(RULES) >= 10


@pytest.mark.parametrize("language", RULES)
def test_a_rule_is_found_in_its_language(language: str) -> None:
    assert list(rule_like(RULES[language])) == [RULES[language]]


@pytest.mark.parametrize(
    "text",
    [
        "The text to speak.",
        "Immagine iniziale del video.",
        "Mustard and supper.",
        "A seed for the sampler; the same one gives the same video",
    ],
)
def test_other_sentences_are_not_listed_as_rules(text: str) -> None:
    assert list(rule_like(text)) == []


def test_only_the_sentence_itself_is_shown() -> None:
    text = "A few pictures. At most\n three are taken. They are merged."
    assert list(rule_like(text.replace("\n", ""))) == ["At most three are taken."]
