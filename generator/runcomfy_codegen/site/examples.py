"""The example call of a model, in several languages."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from runcomfy_codegen.output.paths import PACKAGE
from runcomfy_codegen.planning.ir import ModelSpec
from runcomfy_codegen.reading.service_protocol import ServiceProtocol
from runcomfy_codegen.rendering.example_call import example_call, example_import, example_program
from runcomfy_codegen.site.command_line import options
from runcomfy_codegen.site.templates import render_file


@dataclass(frozen=True)
class Example:
    """A program that runs a model."""

    label: str
    language: str
    """As syntax highlighting calls it."""
    text: str


_COMMAND_LINE = "command_line.sh"
_TEMPLATES = (
    ("Python, async", "python", "async.py"),
    ("Python, typed", "python", "typed.py"),
    ("Command line", "sh", _COMMAND_LINE),
    ("curl", "sh", "curl.sh"),
    ("TypeScript", "ts", "typescript.ts"),
)
"""Label, language and template of each example except the first."""


@dataclass(frozen=True)
class ExampleCall:
    """The context of the templates of examples."""

    model: ModelSpec
    protocol: ServiceProtocol
    package: str
    """The package that the model's module is in."""
    component: str
    """The name of the model's components in the OpenAPI document."""

    @property
    def name(self) -> str:
        """The name of the module."""
        return example_import(self.model, self.package)[0]

    @property
    def import_line(self) -> str:
        """The line that imports the module."""
        return example_import(self.model, self.package)[1]

    def arguments(self, indent: str) -> str:
        """Return the Python keywords of the call, each on its own line or lines."""
        lines = "\n".join(example_call(self.model.example, indent))
        return f"\n{lines}\n{indent[4:]}" if lines else ""

    @property
    def body(self) -> dict[str, Any]:
        """The inputs by their wire names."""
        names = {str(field.name): field.wire_name for field in self.model.input.fields}
        return {names[name]: value for name, value in self.model.example.items()}

    @property
    def options(self) -> Iterator[str]:
        """The inputs as options in a shell."""
        return map(shlex.join, options(self.model, self.body))

    @property
    def submit_path(self) -> str:
        """The path of the call that submits a job."""
        return self.protocol.submit.path.format(model_id=self.model.model_id.url_path)


def examples(call: ExampleCall) -> Iterator[Example]:
    """Yield a program for each language.

    The command line knows only the models of `runcomfy_models`, not those of another package.
    """
    yield Example("Python", "python", "\n".join(example_program(call.model, call.package)))
    for label, language, template in _TEMPLATES:
        if template == _COMMAND_LINE and call.package != PACKAGE:
            continue
        text = render_file(f"examples/{template}", call=call)
        yield Example(label, language, text)
