"""The name of a package to generate, and the templates for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from runcomfy_codegen.output.target import TargetError, check_package_name
from runcomfy_codegen.rendering.invalid_python import template_problem


@pytest.mark.parametrize("name", ["1x", "class", "acme.models", "", "Ä", "__main__", "nul", "a b"])
def test_a_name_that_no_package_can_have_is_refused(name: str) -> None:
    with pytest.raises(TargetError, match="is not a name for a Python package"):
        check_package_name(name)


@pytest.mark.parametrize(
    "name", ["json", "AST", "pydantic", "httpx", "runcomfy_codegen", "Runcomfy_Models"]
)
def test_a_package_name_that_hides_a_needed_module_is_refused(name: str) -> None:
    """In any spelling: Windows and macOS have one folder for all of them."""
    with pytest.raises(TargetError, match="would hide a module that is needed"):
        check_package_name(name)


@pytest.mark.parametrize("name", ["acme_models", "Acme", "_x", "match", "runcomfy_models"])
def test_any_other_package_name_is_allowed(name: str) -> None:
    check_package_name(name)


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("x = 1\ny = = 2\n", "model.py.jinja:2: invalid Python: "),
        ("def (:\n", "model.py.jinja:4: invalid Python: "),
        ("any of the tags\n", "model.py.jinja:3: invalid Python: "),
    ],
)
def test_the_line_of_a_template_that_gives_invalid_python_is_reported(
    source: str, place: str, tmp_path: Path
) -> None:
    template = tmp_path / "model.py.jinja"
    template.write_text("x = {{ one }}\ny = = {{ two }}\n{{ three }}\n{% if a %}def (:{% endif %}")
    assert str(template_problem(["a = 1", source], tmp_path)).startswith(
        f"{tmp_path.as_posix()}/{place}"
    )


def test_valid_python_is_not_blamed_on_a_template(tmp_path: Path) -> None:
    assert template_problem(["a = 1"], tmp_path) is None
