"""A line of a template that changed is blamed by its number; what a schema adds is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from runcomfy_codegen.check.template_lines import changed_template_line

TEMPLATE = """\
{% macro part(name) %}
part of {{ name }}
{% endmacro %}
one = {{ value }}
{% if more %}
more = {{ more }}
{% endif %}
def  two():  # {{ words }}
"""


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("one = 1\n", "one = 1\ndef two(): # x\n", 8),
        ("uno = 1\ndef two(): # x\n", "one = 1\ndef two(): # x\n", 4),
        ("one = 1\ndef two(): # x\n", "one = 2\ndef two(): # y\n", None),
        ("one = 1\ndef two(): # x\n", "one = 1\nmore = 3\ndef two(): # x\n", None),
        ("one = 1\ndef two(): # x\n", "one = 1\npart of a\ndef two(): # x\n", None),
        ("one = 1\ndef two():   # x\n", "one =\n 1\ndef two(): # x\n", None),
    ],
)
def test_only_lines_that_are_always_rendered_are_blamed(
    before: str, after: str, line: int | None, tmp_path: Path
) -> None:
    template = tmp_path / "a.jinja"
    template.write_text(TEMPLATE)
    assert changed_template_line(template, before.splitlines(), after.splitlines()) == line
