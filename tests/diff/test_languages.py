"""The language of texts is detected by their script or by common words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from runcomfy_codegen.dialect.document_texts import document_texts
from runcomfy_codegen.language import detect_language

from .building import an_input, findings_of, model


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("en", "The image that is used for the first frame of the video."),
        ("it", "L'immagine che deve essere usata per il primo fotogramma del video."),
        ("pt", "A imagem que deve ser usada para o primeiro quadro do vídeo."),
        ("es", "La imagen que debe ser usada para el primer fotograma del vídeo."),
        ("fr", "L'image qui doit être utilisée pour la première image de la vidéo."),
        ("de", "Das Bild, das für den ersten Frame des Videos verwendet werden muss."),
        ("ja", "動画の最初のフレームに使う画像。"),
        ("ko", "동영상의 첫 프레임에 사용할 이미지."),
        ("zh", "用于视频第一帧的图像。"),
        ("ru", "Изображение для первого кадра видео."),
        (None, "Seed"),
        (None, ""),
        (None, "1280:720"),
    ],
)
def test_one_sentence_tells_the_language_and_single_words_do_not(
    name: str | None, text: str
) -> None:
    assert detect_language([text, "Prompt", "CFG"]) == name


ENGLISH = ["The style of the image.", "How long the video is to be.", "Seed"]
CHINESE = ["图像的风格。", "视频的时长。", "Seed"]
JAPANESE = ["画像", "動画の最初のフレームに使う画像。", "動画の長さ。", "種"]
QUOTED = "One of: 写实风格, 动漫风格. Not with 4K."


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        ([*ENGLISH, QUOTED], "en"),
        ([QUOTED, "Seed"], "en"),
        ([*ENGLISH, "写实风格, 动漫风格"], "en"),
        ([ENGLISH[0], *CHINESE], "zh"),
        ([*CHINESE, "支持 JPG、PNG、WEBP 格式"], "zh"),
        ([*CHINESE, "The style of the image."], "zh"),
        (JAPANESE, "ja"),
        (["画像", "seed of the image", "動画の長さ"], "ja"),
    ],
)
def test_the_language_is_that_of_most_texts(texts: list[str], language: str) -> None:
    assert detect_language(texts) == language


def described(*descriptions: str) -> Any:
    return an_input(
        **{
            f"p{number}": {"type": "string", "description": text}
            for number, text in enumerate(descriptions)
        }
    )


def test_a_text_with_words_of_another_language_is_a_change_like_others() -> None:
    """Of many texts, of three, and even if the model has no other."""
    for others in ((), ENGLISH[:2], ENGLISH * 5):
        old, new = (model(described(text, *others)) for text in ("The style of it.", QUOTED))
        assert [finding.rule for finding in findings_of(old, new)] == ["description-changed"]


def test_the_language_of_a_document_that_stays_does_not_count() -> None:
    """For example, if the output is stored and the catalog has only the input."""
    english, chinese = (described(*texts) for texts in (ENGLISH, CHINESE))
    output = {"output": described(*CHINESE * 3)}
    (finding,) = findings_of(model(english, output), model(chinese, output))
    assert (finding.rule, finding.before, finding.after) == ("language-changed", "en", "zh")


def test_no_real_schema_seems_to_be_in_another_language(corpus: Path) -> None:
    schemas = json.loads((corpus / "input-schemas.json").read_text("utf-8"))
    texts = (document_texts(schema).values() for schema in schemas.values())
    assert {detect_language(schema_texts) for schema_texts in texts} <= {"en", None}


def test_texts_in_another_language_are_one_finding() -> None:
    texts = [
        ("The width of the image in pixels", "La larghezza della immagine in pixel"),
        ("The seed that is used for it", "Il seme che deve essere usato"),
    ]
    old, new = (
        model(
            an_input(
                **{
                    name: {"type": "integer", "description": pair[side]}
                    for name, pair in zip("ab", texts, strict=True)
                }
            )
        )
        for side in (0, 1)
    )
    (finding,) = findings_of(old, new)
    assert (finding.rule, finding.before, finding.after) == ("language-changed", "en", "it")


def test_a_property_called_title_is_not_a_text() -> None:
    schema = {"properties": {"title": {"title": "A", "default": {"description": "no"}}}}
    assert document_texts(schema) == {"/properties/title/title": "A"}
