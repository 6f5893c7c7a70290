# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 47ad3e518454a06ddd07f360b10b4eb6
"""Run a job from its inputs to its files: check, ask, pay, wait, download."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import click

from runcomfy_models import Result, RunComfy
from runcomfy_models._runtime._sync.submitting import CallTarget, prepare_call
from runcomfy_models._runtime.http.calls import Call
from runcomfy_models._runtime.journal.journal import new_key
from runcomfy_models._runtime.options import Policy, UnknownCost
from runcomfy_models._runtime.pricing import Price, Pricing
from runcomfy_models._runtime.truncating import truncated

from ..accounts import account, account_for_checks
from ..errors.signals import interrupted_by_signals
from ..errors.stages import Stage
from ..flags.gathering import GatheredInputs, gather
from ..flags.index import Flags, OptionValues
from ..flags.problems import reported_by_flag
from ..journals import open_journal
from ..models.clients import AnyClient, client_type, input_type_of
from ..output.printing import print_json, print_line, print_to_stderr
from .consent import ask_for_consent
from .destination import Destination
from .progress import watch
from .results import print_result, record_or_warn

if TYPE_CHECKING:
    from runcomfy_models.journal import Journal

MAX_SHOWN = 100
"""Characters of an input that the question shows."""


@dataclass(frozen=True)
class CheckedJob:
    """A job that was checked, and not sent."""

    model_id: str
    client: type[AnyClient]
    gathered: GatheredInputs
    flags: Flags
    call: Call
    """The paid call."""
    base_url: str
    price: Price

    @property
    def summary(self) -> Iterator[str]:
        """Lines that say what would be paid for."""
        yield f"model: {self.model_id}"
        for name, value in self.gathered.values.items():
            yield f"  {name}: {truncated(str(value), MAX_SHOWN)}"
        yield f"price: {self.price} ({self.price.basis})"

    @property
    def question(self) -> str:
        """The question whether to pay."""
        price = self.price if self.price.is_known else "a price that is not known"
        return f"Pay {price}?"


@dataclass(frozen=True, kw_only=True)
class RunOptions:
    """The options of `run` that are about paying, waiting and files."""

    out: str
    no_wait: bool
    timeout: float
    on_interrupt: Policy
    key: str | None
    journal: str | None
    no_journal: bool
    yes: bool
    limit: Decimal | None
    max_cost_unknown: UnknownCost
    as_json: bool


def checked_job(
    model_id: str,
    flags: Flags,
    option_values: OptionValues,
    file: str | None,
    settings: Sequence[str],
) -> CheckedJob:
    """Return the job for the inputs that were given; no token is needed.

    Raises `InvalidInputError`, whose message names the flags.
    """
    gathered = gather(flags, option_values, file, settings)
    client = client_type(model_id)
    input_type = input_type_of(client)
    pricing = Pricing(client.info, client.price_factors)
    with account_for_checks() as checker, reported_by_flag(gathered, flags):
        keywords = gathered.keywords(input_type)
        target = CallTarget(checker, model_id, input_type, pricing)
        call, price, _ = prepare_call(target, keywords)
        base_url = checker.transport.base_url
    return CheckedJob(model_id, client, gathered, flags, call, base_url, price)


def run(job: CheckedJob, options: RunOptions, stage: Stage) -> None:
    """Ask for consent, pay for the job, wait for it, and print its result."""
    if options.key and options.no_journal:
        raise click.UsageError("--key needs a journal: leave out --no-journal")
    stage.key = options.key or new_key()
    destination = Destination(options.out, stage.key, job.model_id)
    with ExitStack() as stack:
        stack.enter_context(interrupted_by_signals())
        payer = stack.enter_context(account())
        if not options.no_wait:
            destination.check()
        ask_for_consent(
            list(job.summary),
            job.question,
            assume_yes=options.yes,
            has_cost_limit=options.limit is not None,
        )
        journal = stack.enter_context(_journal(options))
        client = _client(job, payer, journal, options, stage.key)
        request = _submit(client, job, stage)
        if options.no_wait:
            _print_id(request.id, job, stage, as_json=options.as_json)
            return
        result: Result[Any] = request.result()
        stage.has_ended = True
        paths = destination.download(result)
        record_or_warn(journal, stage.key, paths)
        facts = {"model_id": job.model_id, "key": stage.key}
        print_result(result, facts, paths, as_json=options.as_json)


def _journal(options: RunOptions) -> "AbstractContextManager[Journal | None]":
    return nullcontext() if options.no_journal else open_journal(options.journal)


def _client(
    job: CheckedJob,
    payer: RunComfy,
    journal: "Journal | None",
    options: RunOptions,
    key: str,
) -> AnyClient:
    return job.client(payer).with_options(
        journal=journal,
        key=None if journal is None else key,
        wait_timeout=options.timeout,
        on_interrupt=options.on_interrupt,
        on_update=watch(),
        max_cost=options.limit,
        max_cost_unknown=options.max_cost_unknown,
    )


def _submit(client: AnyClient, job: CheckedJob, stage: Stage) -> Any:
    """Make the paid call, and print the id at once."""
    generated_client: Any = client  # only generated classes have `submit`
    keywords = job.gathered.keywords(input_type_of(job.client))
    stage.is_paying = True
    with reported_by_flag(job.gathered, job.flags):
        request = generated_client.submit(**keywords)
    stage.request_id = request.id
    print_to_stderr(f"request {request.id}")
    return request


def _print_id(request_id: str, job: CheckedJob, stage: Stage, *, as_json: bool) -> None:
    if as_json:
        facts = {"model_id": job.model_id, "request_id": request_id, "key": stage.key}
        print_json({**facts, "price": job.price.to_dict()})
    else:
        print_line(request_id)
