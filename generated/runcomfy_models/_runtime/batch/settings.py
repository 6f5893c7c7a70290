# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 3b40bff3bbcc37126be7a1c8230726eb
"""The settings of a batch, checked when it is made."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Literal, TypedDict

from ..journal.money import amount
from ..journal.spending import Limits
from ..option_checks import check_callback, check_choice, check_flag, check_number
from ..options import Policy
from ..unknown_options import check_options
from .progress import Progress
from .templates import Template

Amount = str | int | float | Decimal


class BatchOptions(TypedDict, total=False):
    """The options of a batch."""

    budget: Amount | None
    """US dollars for all jobs in the journal, of all processes and runs; none by default.

    What a job may cost is reserved before it is sent: its highest price, else
    `cost_at_most`, else the highest cost of its model in the journal.
    """
    budget_per_day: Amount | None
    """The same for the jobs that are sent on one day, UTC."""
    cost_at_most: Amount | None
    """US dollars that a job costs at most, where its price is not known."""
    at_once: int
    """Jobs that are under way at the same time, by default 50. If the service asks to slow
    down (HTTP 429), there are fewer for a while."""
    submit_per_minute: float | None
    """Submissions a minute at most, of all processes of the journal; by default no limit."""
    files: str | Path | None
    """The paths of the files of each job: `out/{key}{suffix}`, with `{key}`, `{model}`, `{n}`
    (the number of the file), `{suffix}` and `{date}` (of the plan, UTC).

    Without `{n}`, further files of a job get `-2`, `-3` … By default nothing is downloaded.
    """
    receipts: bool
    """Whether a receipt is written beside each file: see `runcomfy_models.journal.verify`."""
    retries: int
    """Number of further jobs to pay for if one fails or is cancelled; by default none."""
    strict: bool
    """Whether nothing is sent if any row is invalid."""
    on_interrupt: Policy
    """Action on jobs that run when the batch is stopped: "detach", the default, leaves
    them running, and the next run continues with them; "cancel" asks once to cancel them."""
    on_change: Callable[[Progress], object] | None
    """Called with the `Progress` when a job has ended."""


@dataclass(frozen=True)
class Settings:
    """The options of a batch; see `BatchOptions`."""

    limits: Limits
    cost_at_most: Decimal | None
    at_once: int
    submit_per_minute: float | None
    template: Template | None
    receipts: bool
    retries: int
    strict: bool
    on_interrupt: Policy
    on_change: Callable[[Progress], object] | None


def settings(options: BatchOptions) -> Settings:
    """Return the settings that a user gave. Raises `ValueError` for what makes no sense."""
    check_options(options, BatchOptions.__annotations__)
    _check(**options)
    return Settings(
        Limits(_amount("budget", options), _amount("budget_per_day", options)),
        cost_at_most=_amount("cost_at_most", options),
        at_once=options.get("at_once", 50),
        submit_per_minute=options.get("submit_per_minute"),
        template=_template(options.get("files")),
        receipts=options.get("receipts", False),
        retries=options.get("retries", 0),
        strict=options.get("strict", False),
        on_interrupt=options.get("on_interrupt", "detach"),
        on_change=options.get("on_change"),
    )


def _check(
    *,
    at_once: object = 1,
    retries: object = 0,
    submit_per_minute: object = None,
    receipts: object = False,
    strict: object = False,
    on_interrupt: object = "detach",
    files: object = None,
    on_change: object = None,
    **_: object,
) -> None:
    check_number("at_once", at_once, 1)
    check_number("retries", retries, 0)
    if submit_per_minute is not None:
        check_number("submit_per_minute", submit_per_minute, 0.001)
    check_flag("receipts", receipts)
    check_flag("strict", strict)
    check_choice("on_interrupt", on_interrupt, ("detach", "cancel"))
    check_callback("on_change", on_change)
    if files is not None and not isinstance(files, str | Path):
        raise ValueError('files has to be a template such as "out/{key}{suffix}"')
    if receipts and files is None:
        raise ValueError(
            'receipts are written beside files: give files="out/{key}{suffix}"'
        )


def _template(files: str | Path | None) -> Template | None:
    if files is None:
        return None
    template = Template(files)
    template.check_folder()  # now: later, jobs have been paid for
    return template


def _amount(
    name: Literal["budget", "budget_per_day", "cost_at_most"], options: BatchOptions
) -> Decimal | None:
    value = options.get(name)
    return None if value is None else amount(name, value)
