# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 895a502dbe40cca6cbc7c701938a9ccb
"""What the simulated service does with each of its calls."""

from starlette.responses import JSONResponse, Response

from .._runtime.http.request_ids import is_request_id
from .._runtime.status import COMPLETED
from . import documents, listing
from .exchange import Call
from .files import Files
from .jobs import Job, Jobs
from .origins import Origins
from .outputs import sample_output
from .raw_schemas import RawSchemas, usable
from .refusals import Refusal
from .validation import check_inputs


class Api:
    """Each method is a `Work`: it answers one kind of call, or raises `Refusal`."""

    def __init__(
        self, schemas: RawSchemas, jobs: Jobs, files: Files, origins: Origins
    ) -> None:
        """All of it is shared with the simulator."""
        self._schemas = schemas
        self._jobs = jobs
        self._files = files
        self._origins = origins

    def submit(self, call: Call) -> Response:
        """Check the inputs, then the balance, then queue the job."""
        schema = self._schemas.input(call.model_id)
        with usable(call.model_id):
            check_inputs(schema, call.body)
        job = self._jobs.submit(call.model_id, call.digest)
        if call.submission:
            call.submission.job = job
        return JSONResponse(documents.submitted(job, self._origins.home))

    def status(self, call: Call) -> Response:
        """Tell where the job is; being asked brings it on."""
        job = self._job(call)
        document = documents.status(job, self._origins.home)
        job.polls += 1
        return JSONResponse(document)

    def result(self, call: Call) -> Response:
        """Tell what the job gave, or its status: this may be polled as well."""
        job = self._job(call)
        with_cost = call.request.query_params.get("include_cost") == "true"
        document = documents.result(job, self._output(job), with_cost)
        job.polls += 1
        return JSONResponse(document)

    def cancel(self, call: Call) -> Response:
        """Cancel the job where it is still in the queue."""
        job = self._job(call)
        if call.fault.starts_job:
            job.start()
        return JSONResponse(documents.cancelled(job, job.cancel()))

    def models(self, call: Call) -> Response:
        """A page of the models."""
        query, price = call.request.query_params, self._jobs.course.cost
        return JSONResponse(listing.listed(self._schemas, query, price))

    def model(self, call: Call) -> Response:
        """One model, its schema included."""
        price = self._jobs.course.cost
        return JSONResponse(listing.entry(self._schemas, call.model_id, price, True))

    def categories(self, call: Call) -> Response:
        """The categories of all models."""
        return JSONResponse(listing.categories(self._schemas))

    def file(self, call: Call) -> Response:
        """A file, whole or in part; those of a job are there once it has completed."""
        name = str(call.request.path_params["name"])
        if not self._files.was_put(name):
            job = self._jobs.find(name.partition("/")[0])
            if job.status not in COMPLETED:
                raise Refusal(404001)
        return self._files.response(name)

    def _job(self, call: Call) -> Job:
        request_id = call.request.path_params["request_id"]
        if not is_request_id(request_id):
            raise Refusal(400001)
        return self._jobs.find(str(request_id))

    def _output(self, job: Job) -> documents.Document:
        if job.course.output is not None:
            return job.course.output
        schema = self._schemas.output(job.model_id)
        with usable(job.model_id):
            return sample_output(schema, self._files.url_of(job.id))
