# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: ebff28635aa4975eb51f19173c383ed0
"""Commands of models: `run MODEL …`, whose options are the inputs of that model."""

from typing import Any

import click
from click.shell_completion import CompletionItem

from runcomfy_models._models import MODELS

from ..command import Command
from ..models.id_completion import models_beginning
from ..models.ids import current_id
from ..output.printing import printable
from .click_options import option_of
from .index import Flags, OptionValues, flags_of
from .spelling import spelling

NO_MODEL = ("-h", "--help", "--")
"""Words with a hyphen that are accepted in place of a model."""

PARAMETER_NAME = "input_{}"
"""The name of a flag's value among the parameters of a command."""


class ModelGroup(click.Group):
    """A command that takes a model and its inputs.

    It is made from a command with the other options. The function of that command also gets
    `model_id`, `flags` (the inputs of the model) and `option_values` (those that were given).
    """

    def __init__(self, template: click.Command) -> None:
        """Take the other options, the help and the function of `template`."""
        super().__init__(
            template.name,
            help=template.help,
            subcommand_metavar="MODEL [OPTIONS]",
            options_metavar="",
        )
        self._template = template

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the model first: options of the command may stand before it."""
        ordered = self._with_model_first(args)
        first = ordered[0] if ordered else ""
        if (
            first.startswith("-")
            and first not in NO_MODEL
            and not ctx.resilient_parsing
        ):
            raise click.UsageError(
                f"the model is missing: {ctx.command_path} MODEL {first} …", ctx
            )
        return super().parse_args(ctx, ordered)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command of the model that is the first of `args`."""
        name, *others = args
        if ctx.resilient_parsing and name not in MODELS:
            return None, None, others
        model_id = current_id(name)
        return model_id, self.of_model(model_id, flags_of(model_id)), others

    def of_model(self, model_id: str, flags: Flags) -> "ModelCommand":
        """Return the command of one model, whose inputs are `flags`."""
        return ModelCommand(model_id, flags, self._template)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the ids of all models."""
        return list(MODELS)

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Describe the options that all models share, and how to list the others."""
        with formatter.section("Options"):
            parameters = self._template.get_params(ctx)
            records = [parameter.get_help_record(ctx) for parameter in parameters]
            formatter.write_dl([record for record in records if record])
        program = ctx.find_root().info_name
        with formatter.section("Inputs"):
            further = [
                (f"{program} {self.name} MODEL --help", "The inputs of a model."),
                (f"{program} models", "All models."),
            ]
            formatter.write_dl(further, col_max=50)

    def format_options(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Leave out the options of the group itself: `--help`."""
        self.format_commands(ctx, formatter)

    def shell_complete(
        self, ctx: click.Context, incomplete: str
    ) -> list[CompletionItem]:
        """Complete the ids of models."""
        if incomplete.startswith("-"):
            return self._template.shell_complete(ctx, incomplete)
        return models_beginning(incomplete)

    def _with_model_first(self, args: list[str]) -> list[str]:
        """Return `args` with the model before the options of the command that precede it."""
        options = {
            name: parameter
            for parameter in self._template.params
            for name in parameter.opts
        }
        index = 0
        while index < len(args) and args[index].startswith("-"):
            name, equals, _ = args[index].partition("=")
            option = options.get(name)
            if not isinstance(option, click.Option):
                return args
            index += 1 if equals or option.is_flag else 2
        model = args[index : index + 1]
        return [*model, *args[:index], *args[index + 1 :]]


class ModelCommand(Command):
    """The command of one model."""

    def __init__(self, model_id: str, flags: Flags, template: click.Command) -> None:
        """Add `flags`, the inputs of the model, to the options of `template`."""
        self._flags = flags
        self._names = {
            PARAMETER_NAME.format(n): name for n, name in enumerate(self._flags)
        }
        self._inputs: list[click.Parameter] = [
            option_of(self._flags[name], parameter)
            for parameter, name in self._names.items()
        ]
        self._own = template.params
        self._template = template
        super().__init__(
            model_id,
            params=[*self._inputs, *self._own],
            help=template.help,
            context_settings={"token_normalize_func": spelling},
        )

    def invoke(self, ctx: click.Context) -> Any:
        """Run the function of the command."""
        ctx.params |= {
            "model_id": self.name,
            "flags": self._flags,
            "option_values": self.take_option_values(ctx),
        }
        self.callback = self._template.callback
        return super().invoke(ctx)

    def take_option_values(self, ctx: click.Context) -> OptionValues:
        """Remove the inputs from the parameters, and return the values that were given."""
        values = {
            name: ctx.params.pop(parameter) for parameter, name in self._names.items()
        }
        return {
            name: value for name, value in values.items() if value not in (None, ())
        }

    def format_help_text(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Begin with what the catalog says about the model."""
        from runcomfy_models._catalog import INFOS  # here: seldom needed
        from runcomfy_models._runtime.search import read_info

        from ..models.describing import info_lines

        formatter.write_paragraph()
        with formatter.indentation():
            for line in info_lines(read_info(str(self.name), INFOS)):
                formatter.write_text(printable(line))
        super().format_help_text(ctx, formatter)

    def format_options(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """List the inputs of the model first."""
        sections = {"Inputs": self._inputs, "Options": self._with_help(ctx)}
        for title, parameters in sections.items():
            records = [parameter.get_help_record(ctx) for parameter in parameters]
            if listed := [record for record in records if record]:
                with formatter.section(title):
                    formatter.write_dl(listed)

    def _with_help(self, ctx: click.Context) -> list[click.Parameter]:
        option = self.get_help_option(ctx)
        return [*self._own, *([option] if option else [])]
