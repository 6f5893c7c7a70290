# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 64661f3cbae0c85f1c2182f834aea52d
"""The base of all generated clients."""

from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, Unpack

from ..first_use import FIRST_USE
from ..keyword_methods import show_keywords
from ..models.extra_inputs import extra_inputs_text, refuse_schema_inputs
from ..models.input_or_keywords import InputT, input_or_keywords
from ..models.not_given import NotGiven
from ..models.outputs import OutputT
from .request import Request
from .result import Result

if TYPE_CHECKING:
    from ..balance import Balance
    from ..concurrency import Clock
    from ..http.clients import HttpClient
    from ..info import ModelInfo
    from ..options import OptionChanges
    from ..pricing import Price, PriceFactor, Pricing
    from .account import RunComfy
    from .submitting import CallTarget, Submission


class ModelClient(Generic[InputT, OutputT]):
    """Runs one model. Use it as a context manager, or close it."""

    model_id: ClassVar[str]
    info: "ClassVar[ModelInfo | None]" = None
    price_factors: "ClassVar[Sequence[PriceFactor] | None]" = None
    input_type: type[InputT]
    output_type: type[OutputT]

    def __init_subclass__(cls, **options: Any) -> None:
        """Show the keywords of a generated client at run time, too."""
        super().__init_subclass__(**options)
        show_keywords(cls)

    def __init__(
        self,
        account: "RunComfy | None" = None,
        /,
        *,
        token: str | None = None,
        base_url: str | None = None,
        http_client: "HttpClient | None" = None,
        clock: "Clock | None" = None,
        **options: "Unpack[OptionChanges]",
    ) -> None:
        """Run the model with `account`, or with an account of the client's own.

        Args:
            account: Shared by several clients; it stays open when this client closes.
            token: As for `RunComfy`. Give no `token`, `base_url`, `http_client` or
                `clock` beside `account`.
            base_url: Address of the API.
            http_client: A client of httpx or httpx2 of your own, which is not closed with
                this one; or the name of a library, see `RunComfy`.
            clock: Replaces time in tests.
            options: Time limits, polling, callbacks; see `Options`. They change those
                of `account`.

        Raises:
            AuthenticationError: No usable token was found.
            ValueError: The base URL or an option makes no sense.
            TypeError: `account` is of another kind, or was given together with `token`,
                `base_url`, `http_client` or `clock`.
        """
        with FIRST_USE:  # here, since it imports the code that makes calls
            from .account import RunComfy, check_account

        self._owns_account = account is None
        if account is not None:
            check_account(account)
            _check_unset(token, base_url, http_client, clock)
            self._account = account.with_options(**options)
        else:
            self._account = RunComfy(
                token=token,
                base_url=base_url,
                http_client=http_client,
                clock=clock,
                **options,
            )
        refuse_schema_inputs(self._account.options.extra_inputs, self.input_type)

    def __repr__(self) -> str:
        """Show the model, the address, and what is sent unchecked."""
        account = self._account
        base_url, extra = account.api.base_url, account.options.extra_inputs
        sent_too = extra_inputs_text(extra)
        return f"<{type(self).__name__} of {self.model_id} at {base_url}{sent_too}>"

    def with_options(self, **changes: "Unpack[OptionChanges]") -> Self:
        """Return the same client, on the same connections, with other `Options`.

        Closing one of the two closes both.
        """
        other = object.__new__(type(self))
        account = self._account.with_options(**changes)
        refuse_schema_inputs(account.options.extra_inputs, self.input_type)
        vars(other).update(vars(self), _account=account)
        return other

    def request(self, request_id: str) -> Request[OutputT]:
        """Return the handle of a job that was submitted before, here or elsewhere.

        Nothing is sent. Raises `InvalidInputError` if it is not a request_id.
        """
        return self._request(request_id, None, is_new=False)

    def balance(self) -> "Balance":
        """Return what is left on the account that pays: see `balance` of `RunComfy`."""
        return self._account.balance()

    def close(self) -> None:
        """Close the connections, unless the account or HTTP client was passed in."""
        if self._owns_account:
            self._account.close()

    def __enter__(self) -> Self:
        """Return the client itself."""
        return self

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the client."""
        self.close()

    def _submit(
        self, model_input: InputT | NotGiven, keywords: dict[str, Any]
    ) -> Request[OutputT]:
        """Submit a job and return its request: what `submit` of a model does.

        Takes either an `Input` or keywords, as `_run`, `_check`, `_preflight` and `_price` do;
        raises `TypeError` for both.
        """
        submission = self._submission(model_input, keywords)
        try:
            return self._submitted(submission.send(), submission)
        except BaseException as error:
            submission.annotate(error)
            raise

    def _run(
        self, model_input: InputT | NotGiven, keywords: dict[str, Any]
    ) -> Result[OutputT]:
        """Submit a job and wait for its result: what `run` of a model does."""
        submission = self._submission(model_input, keywords)
        # Ctrl-C may come at any line. In `except`, unlike in `with`, no line is left to run
        # once the result is there.
        try:
            request = self._submitted(submission.send(), submission)
            return request.result()
        except BaseException as error:
            submission.annotate(error)
            raise

    def _check(self, model_input: InputT | NotGiven, keywords: dict[str, Any]) -> None:
        """Check the input offline: what `check` of a model does."""
        with FIRST_USE:
            from .submitting import prepare_call

        inputs = input_or_keywords(model_input, keywords, self.input_type)
        prepare_call(self._target, inputs)

    def _preflight(
        self, model_input: InputT | NotGiven, keywords: dict[str, Any]
    ) -> None:
        """Check the input and look at its files: what `preflight` of a model does."""
        with FIRST_USE:
            from .preflight import preflight

        inputs = input_or_keywords(model_input, keywords, self.input_type)
        preflight(self._target, inputs)

    def _price(
        self, model_input: InputT | NotGiven, keywords: dict[str, Any]
    ) -> "Price":
        """Return what a job may cost: what `price` of a model does.

        The inputs that the price depends on are enough. One of them that is left out may have
        any value, so that the price is a range. Raises `InvalidInputError` if one of them does
        not fit or does not exist.
        """
        with FIRST_USE:
            from ..models.partial_inputs import partial_inputs

        inputs = input_or_keywords(model_input, keywords, self.input_type)
        if not isinstance(inputs, dict):
            return self._pricing.price(inputs.to_payload())
        names, redact = self._pricing.names, self._account.api.redact
        factors = partial_inputs(self.input_type, inputs, names, self.model_id, redact)
        return self._pricing.price(factors)

    def _submitted(self, request_id: str, submission: "Submission") -> Request[OutputT]:
        """Return the handle of the job of `submission`."""
        return self._request(request_id, submission.price, is_new=submission.is_new)

    def _request(
        self, request_id: str, price: "Price | None", *, is_new: bool
    ) -> Request[OutputT]:
        """Return the handle of a job: see `new_job`."""
        with FIRST_USE:
            from ..jobs.job_facts import JobFacts
            from .submitting import new_job

        facts = JobFacts(
            request_id=request_id,
            model_id=self.model_id,
            output_type=self.output_type,
            price=price,
            is_new=is_new,
        )
        return Request(new_job(facts, self._account))

    def _submission(
        self, model_input: InputT | NotGiven, keywords: dict[str, Any]
    ) -> "Submission":
        """Return the submission of a job: checked, and not sent yet.

        Imports all that it takes to follow the job, since an import that fails after the paid
        call would lose its request_id.
        """
        with FIRST_USE:
            from .submitting import Submission, prepare_call

            submission_type = Submission
            if self._account.options.journal is not None:
                from .recording import RecordedSubmission

                submission_type = RecordedSubmission
        inputs = input_or_keywords(model_input, keywords, self.input_type)
        prepared = prepare_call(self._target, inputs)
        return submission_type(prepared, self._account, self.input_type)

    @property
    def _target(self) -> "CallTarget":
        with FIRST_USE:
            from .submitting import CallTarget

        return CallTarget(self._account, self.model_id, self.input_type, self._pricing)

    @property
    def _pricing(self) -> "Pricing":
        with FIRST_USE:
            from ..pricing import Pricing

        return Pricing(self.info, self.price_factors)


def _check_unset(*connection: object) -> None:
    """Raise `TypeError` for what cannot be given beside an account."""
    if any(part is not None for part in connection):
        raise TypeError(
            "give either an account, or token, base_url, http_client and clock"
        )
