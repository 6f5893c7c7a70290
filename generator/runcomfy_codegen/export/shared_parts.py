"""The parts of an OpenAPI document that all models share. Source: the API's docs pages."""

from __future__ import annotations

from typing import Any, NamedTuple

from runcomfy_codegen.json_schema.values import Schema

INFO = {
    "title": "RunComfy Model API",
    "version": "1",
    "description": "Image, video and audio generation. A job is submitted, polled, and read.",
}

TAG = {"name": "requests", "description": "Jobs that were submitted, of all models."}

REQUEST_ID: dict[str, Any] = {
    "name": "request_id",
    "in": "path",
    "required": True,
    "schema": {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,128}$"},
}


class Operation(NamedTuple):
    """A call about a job that was submitted."""

    name: str
    summary: str
    response: str
    schema: str
    """Name of the component that the response is."""
    parameters: tuple[dict[str, Any], ...] = ()


_INCLUDE_COST = {
    "name": "include_cost",
    "in": "query",
    "description": "Whether the response has the cost.",
    "schema": {"type": "boolean"},
}

OPERATIONS = (
    Operation(
        name="status",
        summary="The status of a job",
        response="The status at this moment.",
        schema="Status",
    ),
    Operation(
        name="result",
        summary="The result of a job",
        response="The result; before the end of the job, its status without an output.",
        schema="Result",
        parameters=(_INCLUDE_COST,),
    ),
    Operation(
        name="cancel",
        summary="Cancel a job",
        response="The outcome: only a queued job can be cancelled.",
        schema="Cancellation",
    ),
)

LINKS = {
    operation.name: {
        "operationId": operation.name,
        "parameters": {"request_id": "$response.body#/request_id"},
    }
    for operation in OPERATIONS
}
"""From the response to a submission to the calls about its job."""

ERRORS = {
    "400": "The call failed: `error_code` says why.",
    "401": "The token is missing, expired or revoked.",
    "402": "The balance does not suffice.",
    "403": "The model or job belongs to somebody else.",
    "404": "There is no such model or job.",
    "413": "The body is larger than 64 MiB.",
    "415": "The body is not JSON.",
    "422": "The inputs do not fit the schema; see `detail`.",
    "429": "Too many calls: `Retry-After` says when to come back.",
    "500": "The service has failed.",
}
"""HTTP status of an error: what it means."""


def _response_name(status: str) -> str:
    return f"Error{status}"


RESPONSES = {
    _response_name(status): {
        "description": meaning,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}},
    }
    for status, meaning in ERRORS.items()
}

ERROR_RESPONSES = {
    status: {"$ref": f"#/components/responses/{_response_name(status)}"} for status in ERRORS
}

_TEXT = {"type": "string"}
_URL = {"type": "string", "format": "uri"}
_OPTIONAL_TIME = {"type": ["string", "null"], "format": "date-time"}

SCHEMAS: dict[str, Schema] = {
    "Submitted": {
        "type": "object",
        "required": ["request_id"],
        "properties": {
            "request_id": _TEXT,
            "status_url": _URL,
            "result_url": _URL,
            "cancel_url": _URL,
        },
    },
    "Status": {
        "type": "object",
        "required": ["request_id", "status"],
        "properties": {
            "request_id": _TEXT,
            "status": {
                "type": "string",
                "description": "in_queue, in_progress, completed, cancelled, or another word.",
            },
            "queue_position": {
                "type": ["integer", "null"],
                "description": "Jobs ahead of this one, while it is in_queue.",
            },
            "status_url": _URL,
            "result_url": _URL,
        },
    },
    "Result": {
        "type": "object",
        "required": ["request_id", "status"],
        "properties": {
            "request_id": _TEXT,
            "status": _TEXT,
            "output": {"description": "The output of the model, once the job is completed."},
            "created_at": _OPTIONAL_TIME,
            "finished_at": _OPTIONAL_TIME,
            "error": {"description": "Why the job failed, if it did."},
            "cost": {"type": ["number", "null"], "description": "US dollars."},
        },
    },
    "Cancellation": {
        "type": "object",
        "required": ["request_id"],
        "properties": {
            "request_id": _TEXT,
            "status": _TEXT,
            "outcome": {
                "type": "string",
                "description": "cancelled, cancellation_requested or not_cancellable.",
            },
        },
    },
    "Error": {
        "type": "object",
        "properties": {
            "error_code": {"type": "integer"},
            "error_message": _TEXT,
            "message": _TEXT,
            "error": {"description": "A text, or an object with more of it."},
            "detail": {"description": "A text, or a list with an entry for each wrong input."},
        },
    },
}
"""Answers. Fields that are not listed here may come as well."""
