"""`[verdicts]` of `overrides.toml` is checked by every command that reads the file."""

from __future__ import annotations

import pytest

from .building import an_input
from .conftest import Codegen
from .repositories import Repository


@pytest.mark.parametrize(
    ("text", "expected_error"),
    [
        ('[verdicts]\n"defaults-changed" = "words"\n', "did you mean 'default-changed'?"),
        ('[verdicts]\n"default-changed" = ["words"]\n', "'default-changed' cannot be ['words']"),
        ("verdicts = 1\n", "[verdicts] is not a table"),
        ('[rules]\n"default-changed" = "words"\n', "[rules] is called [verdicts] now"),
    ],
)
@pytest.mark.parametrize(
    ("command", "status"), [("generate", 1), ("check", 2), ("list", 2), ("diff", 2), ("show", 2)]
)
def test_an_invalid_verdict_is_an_error(
    repository: Repository,
    codegen: Codegen,
    command: str,
    status: int,
    text: str,
    expected_error: str,
) -> None:
    repository.put("acme/one", an_input())
    repository.commit()
    (repository.schemas / "overrides.toml").write_text(text)
    result = codegen(command, *(["acme/one"] if command == "show" else []))
    assert result.status == status
    assert expected_error in result.err
