# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: c1a5f9d1ba792528f7f5e1737b0628d5
"""Options that several commands share."""

from math import isnan
from typing import TYPE_CHECKING, Any

import click

from .models.id_completion import complete_models
from .models.ids import current_model
from .path_completion import complete_files, complete_folders

if TYPE_CHECKING:
    from runcomfy_models._runtime.options import Policy as Policy
    from runcomfy_models._runtime.options import UnknownCost as UnknownCost
else:  # for annotations: a command's help does not need the options of a client
    Policy = UnknownCost = str


class _Seconds(click.FloatRange):
    """A number of seconds; click's float would also accept `nan`."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        seconds: float = super().convert(value, param, ctx)
        if isnan(seconds):
            self.fail(f"{value!r} is not a number of seconds.", param, ctx)
        return seconds


class _NonEmptyText(click.types.StringParamType):
    """A text that is not empty: a shell writes one for a variable that is not set."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Any:
        if not value:
            self.fail("it is empty.", param, ctx)
        return super().convert(value, param, ctx)


class _Utf8Text(_NonEmptyText):
    """A text that is UTF-8. Python reads a shell's other bytes as lone surrogates."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Any:
        from runcomfy_models._runtime.json_value import is_text  # seldom needed

        if not is_text(value):
            self.fail("it is not UTF-8.", param, ctx)
        return super().convert(value, param, ctx)


NON_EMPTY, UTF_8 = _NonEmptyText(), _Utf8Text()

as_json = click.option(
    "--json", "as_json", is_flag=True, help="Print JSON, one object a line."
)
journal = click.option(
    "--journal",
    "journal",
    metavar="FILE",
    type=NON_EMPTY,
    envvar="RUNCOMFY_JOURNAL",
    shell_complete=complete_files,
    help="The journal of paid calls, or postgresql://…; by default one in your data folder.",
)
no_journal = click.option(
    "--no-journal", is_flag=True, help="Do not record the paid call."
)
yes = click.option("-y", "--yes", is_flag=True, help="Pay without being asked.")
max_cost = click.option(
    "--max-cost",
    metavar="DOLLARS",
    envvar="RUNCOMFY_MAX_COST",
    help="The most that a job may cost; without a terminal, this agrees to pay.",
)
max_cost_unknown = click.option(
    "--max-cost-unknown",
    type=click.Choice(["refuse", "allow"]),
    default="refuse",
    help="Whether --max-cost lets a job pass whose price is not known.",
)
input_file = click.option(
    "--input",
    "input_file",
    metavar="FILE|-",
    type=NON_EMPTY,
    shell_complete=complete_files,
    help="JSON object with inputs, by their names in the API; flags win over it.",
)
settings = click.option(
    "--set",
    "settings",
    metavar="NAME=JSON",
    multiple=True,
    help="An input by its name in the API, as JSON or text; repeat it for more.",
)
timeout = click.option(
    "--timeout",
    metavar="SECONDS",
    type=_Seconds(min=0),
    default=3600,
    show_default=True,
    help="How long to wait; the job goes on after that.",
)
on_interrupt = click.option(
    "--on-interrupt",
    type=click.Choice(["detach", "cancel"]),
    default="detach",
    show_default=True,
    help="What Ctrl-C does to the job: let it go on, or ask to cancel it.",
)
out = click.option(
    "--out",
    default=".",
    metavar="DIR",
    type=NON_EMPTY,
    shell_complete=complete_folders,
    help="Folder of the files, or a template: out/{key}-{n}{suffix}. Default: here.",
)
request_id = click.argument("request_id", metavar="ID", type=UTF_8)
model = click.option(
    "--model",
    "model_id",
    metavar="MODEL",
    shell_complete=complete_models,
    callback=current_model,
    help="The model of the job, if the journal does not know it.",
)
