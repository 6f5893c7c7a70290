"""Run a job from its inputs to its files: check, ask, pay, wait, download."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import (
    AbstractContextManager,
    ExitStack,
    contextmanager,
    nullcontext,
    suppress,
)
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import click

from runcomfy_models import JournalError, PriceTooHigh, Result, RunComfy
from runcomfy_models._runtime._sync.any_client import AnyClient, input_type_of
from runcomfy_models._runtime._sync.submitting import CallTarget, prepare_call
from runcomfy_models._runtime.http.calls import Call
from runcomfy_models._runtime.journal.journal import new_key
from runcomfy_models._runtime.journal.paid_calls.states import (
    MAY_BE_QUEUED,
    PAID_FOR,
)
from runcomfy_models._runtime.options import Policy, UnknownCost
from runcomfy_models._runtime.pricing import Price, Pricing, price_refusal
from runcomfy_models._runtime.truncating import truncated

from ..accounts import account, account_for_checks
from ..errors.signals import interrupted_by_signals
from ..errors.stages import Stage
from ..flags.gathering import GatheredInputs, gather
from ..flags.index import Flags, OptionValues
from ..flags.problems import reported_by_flag
from ..journals import HINT_WITH_OPT_OUT, journal_path, may_exist, open_journal
from ..models.clients import client_type
from ..output.printing import print_json, print_line, print_to_stderr
from .consent import ask_for_consent
from .destination import Destination
from .progress import watch
from .results import print_result, record_or_warn

if TYPE_CHECKING:
    from runcomfy_models.journal import Journal

_MAX_SHOWN = 100
"""Characters of an input that the question shows."""


@dataclass(frozen=True, kw_only=True)
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
            yield f"  {name}: {truncated(str(value), _MAX_SHOWN)}"
        yield f"price: {self.price} ({self.price.basis})"

    @property
    def question(self) -> str:
        """The question whether to pay."""
        price = self.price if self.price.is_known else "a price that is not known"
        return f"Pay {price}?"

    def refusal(
        self, limit: Decimal | None, unknown: UnknownCost
    ) -> PriceTooHigh | None:
        """Return the error if the price is too high; None if it is not."""
        return price_refusal(self.price, limit, unknown, self.model_id)


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

    def of_paid_job(self) -> "RunOptions":
        """Return the options for a job that was paid for: no price, and nothing to agree to."""
        return replace(self, yes=True, limit=None)


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
        base_url = checker.api.base_url
    return CheckedJob(
        model_id=model_id,
        client=client,
        gathered=gathered,
        flags=flags,
        call=call,
        base_url=base_url,
        price=price,
    )


def run(job: CheckedJob, options: RunOptions, stage: Stage) -> None:
    """Ask for consent, pay for the job, wait for it, and print its result."""
    key = _key(options)
    stage.key, stage.journal = None if options.no_journal else key, options.journal
    destination = Destination(options.out, key, job.model_id)
    options = _payable(job, options)
    with ExitStack() as stack:
        stack.enter_context(interrupted_by_signals())
        payer = stack.enter_context(account())
        if not options.no_wait:
            destination.check()
        _ask(job, options)
        journal = stack.enter_context(_journal(options))
        client = _client(job, payer, journal, options, stage.key)
        with _noted_if_interrupted(stage, journal):
            request = _submit(client, job, stage)
        if options.no_wait:
            _print_id(request.id, job, stage, as_json=options.as_json)
            return
        result: Result[Any] = request.result()
        stage.has_ended = True
        paths = destination.download(result)
        record_or_warn(journal, key, paths)
        facts = {"model_id": job.model_id, "key": stage.key}
        print_result(result, facts, paths, as_json=options.as_json)


def _key(options: RunOptions) -> str:
    """Return the key of the job: a new one, unless the user gave one."""
    if options.key and options.no_journal:
        raise click.UsageError("--key needs a journal: leave out --no-journal")
    return options.key or new_key()


def _payable(job: CheckedJob, options: RunOptions) -> RunOptions:
    """Return the options by which the job may be paid for. Raises `PriceTooHigh`."""
    if options.key is not None and _is_paid_for(options.key, options.journal):
        options = options.of_paid_job()
    if refusal := job.refusal(options.limit, options.max_cost_unknown):
        raise refusal
    return options


def _ask(job: CheckedJob, options: RunOptions) -> None:
    """Ask for consent to pay. Raises `PaymentRefused`."""
    ask_for_consent(
        list(job.summary),
        job.question,
        assume_yes=options.yes,
        has_cost_limit=options.limit is not None,
    )


def _is_paid_for(key: str, where: str | None) -> bool:
    """Whether the journal at `where` has a job with that key that is paid for already."""
    if not may_exist(where or str(journal_path(HINT_WITH_OPT_OUT))):
        return False
    with open_journal(where) as journal:
        entry = journal.get(key)
    return entry is not None and entry.state in PAID_FOR


def _journal(options: RunOptions) -> "AbstractContextManager[Journal | None]":
    return nullcontext() if options.no_journal else open_journal(options.journal)


def _client(
    job: CheckedJob,
    payer: RunComfy,
    journal: "Journal | None",
    options: RunOptions,
    key: str | None,
) -> AnyClient:
    return job.client(payer).with_options(
        journal=journal,
        key=key,
        wait_timeout=options.timeout,
        on_interrupt=options.on_interrupt,
        on_update=watch(),
        max_cost=options.limit,
        max_cost_unknown=options.max_cost_unknown,
    )


@contextmanager
def _noted_if_interrupted(stage: Stage, journal: "Journal | None") -> Generator[None]:
    """Let an interruption note in `stage` what the journal has of the paid call."""
    try:
        yield
    except KeyboardInterrupt:
        if journal is not None and stage.key is not None:
            with suppress(JournalError):
                entry = journal.get(stage.key)
                stage.is_paying = entry is not None and entry.state in MAY_BE_QUEUED
                stage.request_id = entry.request_id if entry else None
        raise


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
