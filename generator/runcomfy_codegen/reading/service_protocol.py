"""The protocol that all models share: `schemas/service.json`."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, Self

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.json_schema.values import is_array, is_object
from runcomfy_codegen.reading.files import SERVICE_FILE, read_text
from runcomfy_codegen.reading.json_text import InvalidJsonError, parse
from runcomfy_codegen.untrusted_text import truncate

PLACEHOLDERS = {
    "submit": "model_id",
    "status": "request_id",
    "result": "request_id",
    "cancel": "request_id",
}
"""Name of an endpoint: the one placeholder in its path."""

_MAX_VALUE_CHARS = 40
"""Characters of a wrong value that a message shows."""

_BASE_URL = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?")
_METHOD = re.compile(r"GET|POST|PUT|PATCH|DELETE")
_PATH = re.compile(r"(?:/[A-Za-z0-9._~{}-]+)+")
_STATUS = re.compile(r"[a-z][a-z0-9_]*")


class InvalidProtocolError(ValueError):
    """A protocol that cannot be used; the message says which part and why."""


@dataclass(frozen=True)
class Endpoint:
    """One call: its HTTP method, and its path with a placeholder in braces."""

    method: str
    path: str

    def __str__(self) -> str:
        """Return `POST /v1/models/{model_id}`."""
        return f"{self.method} {self.path}"


@dataclass(frozen=True)
class ServiceProtocol:
    """The API's address, its four endpoints, and the statuses that its docs name.

    Making one raises `InvalidProtocolError` unless each part is safe in a URL and in code.
    """

    base_url: str
    submit: Endpoint
    status: Endpoint
    result: Endpoint
    cancel: Endpoint
    statuses: tuple[str, ...]
    """In the order of the docs; empty if no page has named them yet."""

    def __post_init__(self) -> None:
        """Check every part."""
        if not _BASE_URL.fullmatch(self.base_url):
            raise InvalidProtocolError(f"base URL {self.base_url!r} is not a plain http(s) address")
        for name, endpoint in self.endpoints.items():
            _check_endpoint(name, endpoint)
        for status in self.statuses:
            if not _STATUS.fullmatch(status):
                raise InvalidProtocolError(f"status {status!r} is not a lower-case word")

    @property
    def endpoints(self) -> dict[str, Endpoint]:
        """The endpoints by name, in the order of the docs."""
        return {
            "submit": self.submit,
            "status": self.status,
            "result": self.result,
            "cancel": self.cancel,
        }

    @classmethod
    def load(cls, path: Path) -> Self | None:
        """Read the protocol from the file `path`; None if the file does not exist.

        Raises `InvalidProtocolError` if the file is invalid, `OSError` if it cannot be read.
        """
        try:
            text = read_text(path)
            return None if text is None else cls._from_json(_object(parse(text)))
        except KeyError as error:
            raise InvalidProtocolError(f"{path}: key {error} is missing") from None
        except (UnicodeDecodeError, InvalidJsonError, InvalidProtocolError) as error:
            raise InvalidProtocolError(f"{path}: {error}") from None

    @classmethod
    def _from_json(cls, document: dict[str, Any]) -> Self:
        base_url, endpoints = _text(document["base_url"]), _object(document["endpoints"])
        return cls(
            base_url,
            **{name: _endpoint(_object(endpoints[name])) for name in PLACEHOLDERS},
            statuses=tuple(map(_text, _array(document["statuses"]))),
        )

    def dump(self) -> str:
        """Return the text of the file that `load` reads."""
        document = {
            "base_url": self.base_url,
            "endpoints": {
                name: {"method": endpoint.method, "path": endpoint.path}
                for name, endpoint in self.endpoints.items()
            },
            "statuses": list(self.statuses),
        }
        return json.dumps(document, indent=2) + "\n"


def _check_endpoint(name: str, endpoint: Endpoint) -> None:
    if not _METHOD.fullmatch(endpoint.method):
        raise InvalidProtocolError(
            f"{name} endpoint: {endpoint.method!r} is not a known HTTP method"
        )
    if not _PATH.fullmatch(endpoint.path):
        raise InvalidProtocolError(f"{name} endpoint: {endpoint.path!r} is not a plain path")
    placeholder = "{" + PLACEHOLDERS[name] + "}"
    if re.findall(r"[^/]*[{}][^/]*", endpoint.path) != [placeholder]:
        raise InvalidProtocolError(
            f"{name} endpoint: {endpoint.path!r} needs {placeholder} as one segment, once"
        )


def _endpoint(value: dict[str, Any]) -> Endpoint:
    return Endpoint(_text(value["method"]), _text(value["path"]))


def _text(value: Any) -> str:
    return value if isinstance(value, str) else _refuse("a string", value)


def _object(value: Any) -> dict[str, Any]:
    return value if is_object(value) else _refuse("an object", value)


def _array(value: Any) -> list[Any]:
    return value if is_array(value) else _refuse("an array", value)


def _refuse(expected: str, value: Any) -> NoReturn:
    text = truncate(json.dumps(value), _MAX_VALUE_CHARS)
    raise InvalidProtocolError(f"expected {expected}, not {text}")


DOCUMENTED_PROTOCOL = ServiceProtocol(
    base_url="https://model-api.runcomfy.net",
    submit=Endpoint("POST", "/v1/models/{model_id}"),
    status=Endpoint("GET", "/v1/requests/{request_id}/status"),
    result=Endpoint("GET", "/v1/requests/{request_id}/result"),
    cancel=Endpoint("POST", "/v1/requests/{request_id}/cancel"),
    statuses=("in_queue", "in_progress", "completed", "cancelled"),
)
"""The protocol that every docs page shows; it is assumed if `service.json` is missing."""


def load_protocol(schemas: Path) -> tuple[ServiceProtocol, list[Diagnostic]]:
    """Read the protocol of a schemas folder.

    Returns the documented one, with a diagnostic, if the file is missing or invalid.
    """
    path = schemas / SERVICE_FILE
    collector = Collector(path.as_posix())
    protocol = None
    try:
        protocol = ServiceProtocol.load(path)
        if protocol is None:
            collector.add("missing-service", "", "the documented protocol is assumed")
    except InvalidProtocolError as error:
        collector.add("invalid-service", "", str(error).removeprefix(f"{path}: "))
    except OSError as error:
        collector.add("unreadable", "", error.strerror or str(error))
    return protocol or DOCUMENTED_PROTOCOL, collector.diagnostics
