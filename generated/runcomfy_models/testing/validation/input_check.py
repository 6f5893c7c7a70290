# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 861969a3ea8f5df6d41203c8c7b2fcc6
"""Check the body of a submission against its model's schema; report errors as FastAPI does."""

import json
from math import isfinite
from typing import Any

from ..._runtime.json_value import is_object
from ..api_errors import ApiError
from ..raw_schemas import RawSchemas
from .dialect_validator import KEYWORDS, InputError, InputSchema
from .media_check import media_errors
from .rule_check import rule_errors


class InputCheck:
    """Checks the bodies of submissions."""

    def __init__(self, schemas: RawSchemas, media_checks: bool, rules: bool) -> None:
        """Check them against `schemas`, and optionally check media and rules in words."""
        self._schemas = schemas
        self._media_checks = media_checks
        self._rules = rules
        self._by_model: dict[str, InputSchema] = {}

    def checked(self, model_id: str, body: bytes) -> dict[str, Any]:
        """Return the inputs in `body`; raise an `ApiError` with all that is wrong with them."""
        schema = self._schema(model_id)
        document = _parsed(body)
        errors = list(schema.errors(document))
        if self._media_checks and not errors:
            samples = self._schemas.example_texts(model_id)
            errors = list(media_errors(schema.closed, document, samples))
        if self._rules and not errors:
            stated = self._schemas.input(model_id)
            folder = self._schemas.folder
            errors = list(rule_errors(folder, model_id, stated, document))
        if detail := [_detail(error) for error in errors]:
            raise ApiError(422001, detail)
        return document

    def _schema(self, model_id: str) -> InputSchema:
        if model_id not in self._by_model:
            self._by_model[model_id] = InputSchema(self._schemas.input(model_id))
        return self._by_model[model_id]


def _parsed(body: bytes) -> dict[str, Any]:
    try:
        document: Any = json.loads(body, parse_constant=_finite, parse_float=_finite)
    except (ValueError, RecursionError):
        raise _body_error("json_invalid", "JSON decode error") from None
    if not is_object(document):
        raise _body_error("object_type", "Input should be an object")
    return document


def _finite(number: str) -> float:
    if not isfinite(value := float(number)):
        raise ValueError(f"{number} is not a JSON number")
    return value


def _body_error(kind: str, message: str) -> ApiError:
    return ApiError(422001, [{"type": kind, "loc": ["body"], "msg": message}])


def _detail(error: InputError) -> dict[str, Any]:
    missing = error.keyword == "required"
    has_message = missing or error.keyword not in KEYWORDS
    limit = json.dumps(error.limit)[:200]
    return {
        "type": "missing" if missing else error.keyword,
        "loc": ["body", *error.path],
        "msg": error.message if has_message else f"should have {error.keyword} {limit}",
        "input": error.value,
    }
