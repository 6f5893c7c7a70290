"""`find`: models by words, best first, in any spelling; and no model is imported."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import runcomfy_models
from runcomfy_codegen.planning.ir import InfoSpec
from runcomfy_codegen.rendering import catalog_context
from runcomfy_models._runtime import search
from runcomfy_models._runtime.search import is_close

MODELS = {
    "sync/sync/lipsync/v2": InfoSpec(
        "Lipsync 2", "Animates a face in a video to match speech.", ("video-to-video",), "model"
    ),
    "kling/lip-sync": InfoSpec("Kling Lip Sync", "Sync lips with audio.", ("lip-sync",), "model"),
    "kling/kling-3.0/image-to-video": InfoSpec(
        "Kling 3.0", "Brings a picture to life.", ("image-to-video",), "model", price="0.1"
    ),
    "acme/upscale": InfoSpec("Upscaler", "Makes an image larger.", ("image",), "workflow"),
    "acme/dreamer": InfoSpec("Träumer", None, None, None),
}


CONTEXT = catalog_context.catalog_context(MODELS)
INDEX: Any = (dict(CONTEXT.infos), dict(CONTEXT.words))


def search_results(text: str, limit: int | None = None) -> list[str]:
    return [str(info) for info in search.search(text, limit, *INDEX)]


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("lip sync video", "sync/sync/lipsync/v2"),
        ("lipsync 2", "sync/sync/lipsync/v2"),
        ("LIP-SYNC", "kling/lip-sync"),
        ("kling image to video", "kling/kling-3.0/image-to-video"),
        ("klnig image", "kling/kling-3.0/image-to-video"),
        ("picture", "kling/kling-3.0/image-to-video"),
        ("pictrue to life", "kling/kling-3.0/image-to-video"),
        ("upscal", "acme/upscale"),
        ("upsclae", "acme/upscale"),
        ("workflow", "acme/upscale"),
        ("traumer", "acme/dreamer"),
        ("larger image", "acme/upscale"),
    ],
)
def test_the_best_model_comes_first(text: str, best: str) -> None:
    assert search_results(text)[0] == best


def test_both_spellings_find_both_models() -> None:
    assert (
        set(search_results("lipsync"))
        == set(search_results("lip sync"))
        == {
            "kling/lip-sync",
            "sync/sync/lipsync/v2",
        }
    )


def test_words_that_no_model_has_find_nothing() -> None:
    assert search_results("zzzzzz qqqqqq") == []


def test_no_words_find_all_models() -> None:
    assert search_results("") == search_results(" - ") == sorted(MODELS)
    assert search_results("", 2) == sorted(MODELS)[:2]


def test_the_limit_keeps_the_best() -> None:
    assert search_results("kling", 1) == search_results("kling")[:1]


def test_the_index_and_the_search_split_words_alike() -> None:
    for text in ("Träumer ﬁlm", "a_b-c/d.e", "İ", "日本語 動画", "ǅ"):
        assert search.words_of(text) == catalog_context.words_of(text)


@given(st.text("abc", min_size=3, max_size=6), st.data())
def test_words_one_edit_apart_are_close_unless_no_edit_is_allowed(
    word: str, data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(word) - 2))
    edits = [
        word[:index] + word[index + 1 :],
        word[:index] + "x" + word[index:],
        word[:index] + "x" + word[index + 1 :],
        word[:index] + word[index + 1] + word[index] + word[index + 2 :],
    ]
    assert all(is_close(word, edit, 1) and is_close(edit, word, 1) for edit in edits)
    assert all(is_close(word, edit, 0) == (word == edit) for edit in edits)


def test_find_returns_the_info_of_a_module() -> None:
    (info, *_) = runcomfy_models.find("kling image to video")
    assert info == runcomfy_models.load(str(info)).INFO
    assert info in runcomfy_models.find("")


def test_find_imports_no_model_and_no_library() -> None:
    program = "import runcomfy_models, sys; runcomfy_models.find('klnig'); print(*sys.modules)"
    completed = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
    imported = set(completed.stdout.decode().split())
    assert not imported & {"pydantic", "httpx", "runcomfy_models.kling"}


def test_a_query_that_is_not_a_string_is_refused() -> None:
    with pytest.raises(TypeError, match="not int"):
        runcomfy_models.find(5)  # type: ignore[arg-type]


def test_a_price_is_exact() -> None:
    assert search.search("kling 3", 1, *INDEX)[0].price == Decimal("0.1")
