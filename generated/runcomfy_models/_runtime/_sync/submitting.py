# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 27b858e6a477b2247ee56ccbce8b3dae
"""Turn the inputs of a client into a paid call, and its answer into a job.

Both are in this module: once a job is paid for, nothing may be imported, since that could fail.
"""

from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import ValidationError

from ..concurrency import Blocking
from ..errors import Problem
from ..first_use import FIRST_USE
from ..http.calls import Call, submit_call
from ..http.extra_inputs_warning import warn_of_extra_inputs
from ..http.request_ids import check_request_id
from ..jobs.interruption import annotate, job_goes_on
from ..jobs.job_facts import JobFacts
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


class CallTarget(NamedTuple):
    """The model that a call is for, and the account that makes it."""

    account: "RunComfy"
    model_id: str
    input_type: type[InputModel]
    pricing: Pricing


class PreparedCall(NamedTuple):
    """A call that passed all checks."""

    call: Call
    price: Price
    payload: dict[str, Any]
    """The checked inputs by wire name; local files are `data:` URIs."""


class Submission:
    """A paid call, and the id of its job as soon as it is known."""

    def __init__(
        self,
        prepared: PreparedCall,
        account: "RunComfy",
        input_type: type[InputModel],
    ) -> None:
        """Prepare; nothing is sent yet."""
        self.price: Price | None = prepared.price
        """The job's estimated price; None if a journal has the job already."""
        self.is_new = True
        """Whether the job was submitted here; False if a journal has it already."""
        self._call = prepared.call
        self._input_type = input_type
        self._account = account
        self._request_id: str | None = None

    def send(self) -> str:
        """Make the paid call and return the request_id. See `ApiCalls.submit`."""
        account = self._account
        warn_of_extra_inputs(self._call.model_id, account.options.extra_inputs)
        self._request_id = account.api.submit(self._call, account.options)
        return self._request_id

    def annotate(self, error: BaseException) -> None:
        """Add the request_id to an exception that interrupts the job, if it lacks it."""
        request_id = self._request_id
        if request_id is None or getattr(error, "request_id", None) is not None:
            return
        text = job_goes_on(request_id, self._call.model_id)
        annotate(error, text, request_id=request_id)


def prepare_call(
    target: CallTarget,
    inputs: InputModel | dict[str, Any],
    context: CallContext | None = None,
) -> PreparedCall:
    """Check `inputs`, an `Input` or keywords, and return the call that submits them.

    By default, the context is that of the account's options. Local files are read off the
    event loop. Raises `PriceTooHigh`, and `InvalidInputError` with everything that can be
    known offline.
    """
    options, model_id = target.account.options, target.model_id
    context = context or _context(target.account)

    def prepare() -> PreparedCall:
        values = (
            inputs.to_payload()
            if isinstance(inputs, InputModel)
            else target.input_type.by_wire_name(inputs)
        )
        payload = validated_payload(target, values, context)
        price = target.pricing.price(payload)
        check_price(price, options.max_cost, options.max_cost_unknown, model_id)
        body = {**options.extra_inputs, **payload}
        call = submit_call(model_id, body, context.local_files)
        return PreparedCall(call, price, payload)

    has_files = contains_local_file(inputs)
    return Blocking.run(prepare) if has_files else prepare()


def _context(account: "RunComfy") -> CallContext:
    options = account.options
    return CallContext(account.api.base_url, options.media_checks, options.rules)


def validated_payload(
    target: CallTarget, values: dict[str, Any], context: CallContext
) -> dict[str, Any]:
    """Return the JSON object to send for `values` (wire names).

    Raises `InvalidInputError` with all that the schema, the media checks and the rules in
    words find.
    """
    input_type, redact = target.input_type, target.account.api.redact
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
        raise invalid_inputs(problems, target.model_id)
    return payload


def new_job(facts: JobFacts[OutputT], account: "RunComfy") -> Job[OutputT]:
    """Return the job that `account` follows. Raises `InvalidInputError` for an impossible id."""
    check_request_id(facts.request_id, facts.model_id)
    api, options = account.api, account.options
    job_type: type[Job[OutputT]] = Job
    if options.journal is not None:
        with FIRST_USE:
            from .recorded_job import RecordedJob

        job_type = RecordedJob
    return job_type(facts, api, options)
