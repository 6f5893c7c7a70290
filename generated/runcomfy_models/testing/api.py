# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: b40452fc512d4ecb03e5e51e3e4db5dc
"""The work of the simulated API: one method for each kind of call."""

from dataclasses import dataclass

from starlette.responses import JSONResponse, Response

from .._runtime.http.request_ids import is_request_id
from .._runtime.status import COMPLETED_STATUSES
from . import job_json, models_json
from .api_errors import ApiError
from .job_outputs import OutputSource
from .job_store import Jobs
from .origins import Origins
from .price_list import PriceList
from .raw_schemas import RawSchemas, usable
from .serving.exchange import ReceivedCall
from .serving.served_files import ServedFiles
from .simulated_job import Job
from .validation.input_check import InputCheck

UNLIMITED = 1000
"""US dollars that the account answers without a limit."""


@dataclass(frozen=True, kw_only=True)
class Api:
    """Answers calls: each method is a `Work`, which returns an answer or raises `ApiError`."""

    schemas: RawSchemas
    inputs: InputCheck
    outputs: OutputSource
    prices: PriceList
    jobs: Jobs
    files: ServedFiles
    origins: Origins

    def submit(self, call: ReceivedCall) -> Response:
        """Check the inputs, then the balance, then queue the job."""
        with usable(call.model_id):
            inputs = self.inputs.checked(call.model_id, call.body)
            listed = self.prices.charge(call.model_id, inputs)
        job = self.jobs.submit(call.model_id, call.digest, listed)
        if call.submission:
            call.submission.job = job
        return JSONResponse(job_json.submitted(job, self.origins.home))

    def status(self, call: ReceivedCall) -> Response:
        """Answer the job's status, then count the poll, which moves the job on."""
        job = self._job(call)
        document = job_json.status(job, self.origins.home)
        job.polls += 1
        return JSONResponse(document)

    def result(self, call: ReceivedCall) -> Response:
        """Answer the job's output, or its status while it runs; a poll as well."""
        job = self._job(call)
        with_cost = models_json.flag(call.request.query_params, "include_cost")
        document = job_json.result(job, self._output(job), with_cost)
        job.polls += 1
        return JSONResponse(document)

    def cancel(self, call: ReceivedCall) -> Response:
        """Cancel the job if it is still in the queue."""
        job = self._job(call)
        if call.fault.starts_job:
            job.start()
        return JSONResponse(job_json.cancelled(job, job.cancel()))

    def models(self, call: ReceivedCall) -> Response:
        """Answer a page of the models."""
        query = call.request.query_params
        return JSONResponse(models_json.page(self.schemas, self.prices, query))

    def model(self, call: ReceivedCall) -> Response:
        """Answer one model with its schema."""
        model_id = call.model_id
        entry = models_json.entry(self.schemas, self.prices, model_id, with_schema=True)
        return JSONResponse(entry)

    def categories(self, call: ReceivedCall) -> Response:
        """Answer the categories of all models."""
        return JSONResponse(models_json.categories(self.schemas))

    def balance(self, call: ReceivedCall) -> Response:
        """Answer what is left on the account."""
        left = UNLIMITED if self.jobs.left is None else self.jobs.left
        return JSONResponse({"balance_usd": float(left), "currency": "USD"})

    def file(self, call: ReceivedCall) -> Response:
        """Answer a file, whole or in part; the files of a job exist once it has completed."""
        name = str(call.request.path_params["name"])
        if not self.files.was_put(name):
            job = self.jobs.find(name.partition("/")[0])
            if job.status not in COMPLETED_STATUSES:
                raise ApiError(404001)
        return self.files.response(name)

    def _job(self, call: ReceivedCall) -> Job:
        request_id = call.request.path_params["request_id"]
        if not is_request_id(request_id):
            raise ApiError(400001)
        return self.jobs.find(str(request_id))

    def _output(self, job: Job) -> job_json.Document:
        if job.course.output is not None:
            return job.course.output
        with usable(job.model_id):
            return self.outputs.of(job.model_id, self.files.job_url(job.id))
