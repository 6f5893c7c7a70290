"""The templates: the one place that imports Jinja."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2

from runcomfy_codegen.rendering.declarations import constant
from runcomfy_codegen.rendering.literals import literal


class Templates:
    """The environment that renders templates; a name that one misspells is an error."""

    def __init__(self, folder: Path) -> None:
        """Take templates from `folder`."""
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(folder),
            undefined=jinja2.StrictUndefined,
            autoescape=False,  # noqa: S701  Python source is not HTML; text enters by `literal`
            keep_trailing_newline=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters |= {"literal": literal, "constant": constant}

    def names(self) -> list[str]:
        """The templates, as sorted paths below the folder."""
        return self._environment.list_templates(extensions=["jinja"])

    def render(self, name: str, **values: Any) -> str:
        """Return the text of template `name` with `values`."""
        return self._environment.get_template(name).render(**values)
