"""Turn the inputs of a client into a paid call, and its answer into a job.

Once a job is paid for, no import may fail any more: both ends stand in this module.
"""

from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import ValidationError

from ..concurrency import Blocking
from ..errors import Problem
from ..http.calls import Call, submit_call
from ..http.request_ids import check_request_id
from ..http.retry import LOGGER
from ..jobs.interruption import annotate
from ..media.call_context import CallContext
from ..media.local_files import contains_local_file
from ..models.inputs import InputModel
from ..models.outputs import OutputT
from ..models.payload import as_json
from ..models.problems import (
    invalid_inputs,
    problems_of,
    rule_problems,
    wrong_inputs,
)
from ..pricing import Price, Pricing, check_price
from .job import Job

if TYPE_CHECKING:
    from .account import RunComfy


class Submission:
    """A paid call, and the id of its job as soon as it is known."""

    def __init__(
        self,
        call: Call,
        account: "RunComfy",
        price: Price,
        input_type: type[InputModel],
    ) -> None:
        """Prepare; nothing is sent yet."""
        self.price: Price | None = price
        """The job's estimated price; None if a journal has the job already."""
        self._call = call
        self._input_type = input_type
        self._account = account
        self._request_id: str | None = None

    def send(self) -> str:
        """Make the paid call and return the request_id. See `Transport.submit`."""
        account = self._account
        if extra := account.options.extra_inputs:
            names = ", ".join(extra)
            LOGGER.warning("%s: sending unchecked: %s", self._call.model_id, names)
        self._request_id = account.transport.submit(self._call, account.options)
        return self._request_id

    def annotate(self, error: BaseException) -> None:
        """Add the request_id to an exception that interrupts the job, if it lacks it."""
        request_id = self._request_id
        if request_id is None or getattr(error, "request_id", None) is not None:
            return
        text = f"request {request_id} of {self._call.model_id}: the job goes on"
        annotate(error, text, request_id=request_id)


class Prepared(NamedTuple):
    """A call that passed all checks."""

    call: Call
    price: Price
    payload: dict[str, Any]
    """The checked inputs by wire name; local files are `data:` URIs."""


def checked_call(
    account: "RunComfy",
    model_id: str,
    input_type: type[InputModel],
    pricing: Pricing,
    given: InputModel | dict[str, Any],
) -> tuple[Call, Price]:
    """Return the call that submits `given`, and what it may cost; see `prepared`."""
    options = account.options
    context = CallContext(
        account.transport.base_url, options.media_checks, options.rules
    )
    done = prepared(account, model_id, input_type, pricing, given, context)
    return done.call, done.price


def prepared(
    account: "RunComfy",
    model_id: str,
    input_type: type[InputModel],
    pricing: Pricing,
    given: InputModel | dict[str, Any],
    context: CallContext,
) -> Prepared:
    """Check `given`, an `Input` or inputs by their Python names, and make the call of them.

    Local files are read off the event loop. Raises `PriceTooHigh`, and `InvalidInputError`
    with everything that can be known offline.
    """
    options = account.options

    def prepare() -> Prepared:
        values = (
            given.to_payload()
            if isinstance(given, InputModel)
            else input_type.by_wire_name(given)
        )
        payload = checked_payload(account, model_id, input_type, values, context)
        price = pricing.price(payload)
        check_price(price, options.max_cost, options.max_cost_unknown, model_id)
        body = {**options.extra_inputs, **payload}
        call = submit_call(model_id, body, context.local_files)
        return Prepared(call, price, payload)

    return Blocking.run(prepare) if contains_local_file(given) else prepare()


def checked_payload(
    account: "RunComfy",
    model_id: str,
    input_type: type[InputModel],
    values: dict[str, Any],
    context: CallContext,
) -> dict[str, Any]:
    """Return the JSON object to send for `values` (wire names).

    Raises `InvalidInputError` with all that the schema, the media checks and the rules in
    words find.
    """
    redact = account.transport.redact
    problems, wrong = tuple[Problem, ...](), frozenset[str]()
    try:
        payload = input_type.model_validate(values, context=context).to_payload()
    except ValidationError as error:
        payload = dict(as_json(values))
        problems = problems_of(error, input_type, redact)
        wrong = wrong_inputs(error)
    problems += rule_problems(input_type, payload, context.rules, redact, wrong)
    # Raised after `except`: inside, the error would keep the values alive.
    if problems:
        raise invalid_inputs(problems, model_id)
    return payload


def new_job(
    request_id: str,
    model_id: str,
    output_type: type[OutputT],
    account: "RunComfy",
    price: Price | None,
) -> Job[OutputT]:
    """Return the job with that id, followed by `account`. Raises `InvalidInputError`.

    `price` is what it may cost, if it was submitted just now; else None.
    """
    check_request_id(request_id, model_id)
    transport, options = account.transport, account.options
    kind: type[Job[OutputT]] = Job
    if options.journal is not None:
        from .recorded_job import RecordedJob

        kind = RecordedJob
    return kind(request_id, model_id, output_type, transport, options, price)
