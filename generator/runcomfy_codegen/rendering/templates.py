"""The templates: the one place that imports Jinja."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import jinja2

from runcomfy_codegen.output.target import TemplateProblemError
from runcomfy_codegen.rendering.declarations import constant
from runcomfy_codegen.rendering.literals import literal
from runcomfy_codegen.template_text import TEMPLATE_SUFFIX

Filters = Mapping[str, Callable[..., Any]]
"""The filters that templates apply to values, by name."""

PYTHON_FILTERS: Filters = {"literal": literal, "constant": constant}
"""The filters of templates of Python source."""


class Templates:
    """The environment that renders templates; an undefined name in a template is an error."""

    def __init__(
        self,
        folders: Sequence[Path],
        filters: Filters = PYTHON_FILTERS,
        finalize: Callable[[Any], Any] | None = None,
    ) -> None:
        """Take each template from the first of `folders` that has it.

        `finalize` is applied to each value that a template prints.
        """
        self._folders = folders
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(folders),
            undefined=jinja2.StrictUndefined,
            autoescape=False,  # noqa: S701  text enters by filters, or by `finalize`
            finalize=finalize,
            keep_trailing_newline=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters |= filters

    def names(self, folder: str) -> list[str]:
        """Return the templates below `folder`, as sorted paths that begin with it."""
        names = self._environment.list_templates(extensions=["jinja"])
        return [name for name in names if name.startswith(f"{folder}/")]

    def render(self, name: str, **values: Any) -> str:
        """Return the text of template `name` with `values`; raises `TemplateProblemError`."""
        try:
            return self._environment.get_template(name).render(**values)
        except jinja2.TemplateSyntaxError as error:
            place = f"{error.filename or name}:{error.lineno}"
            raise TemplateProblemError(f"{place}: {error.message}") from None
        except UnicodeDecodeError as error:
            file = self._file(name)
            raise TemplateProblemError(f"{file}: not UTF-8 at byte {error.start}") from None
        except Exception as error:  # a template may do anything that an expression can
            raise TemplateProblemError(f"{_place(error, name)}: {error}") from error

    def _file(self, name: str) -> str:
        """Return the path of template `name`."""
        files = (folder / name for folder in self._folders)
        return next((file.as_posix() for file in files if file.is_file()), name)


def _place(error: Exception, name: str) -> str:
    """Return file and line of the template in which `error` was raised."""
    traceback_frames = traceback.extract_tb(error.__traceback__)
    frames = [frame for frame in traceback_frames if frame.filename.endswith(TEMPLATE_SUFFIX)]
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else name
