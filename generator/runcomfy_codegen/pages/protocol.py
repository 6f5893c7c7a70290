"""Read the protocol off a page's curl commands: the endpoints, the model id, the statuses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from runcomfy_codegen.pages.curl import CurlCommand
from runcomfy_codegen.pages.json_blocks import JsonBlock
from runcomfy_codegen.pages.notes import PageNotes
from runcomfy_codegen.reading.json_text import pretty
from runcomfy_codegen.reading.model_id import InvalidModelIdError, ModelId
from runcomfy_codegen.reading.service_protocol import (
    Endpoint,
    InvalidProtocolError,
    ServiceProtocol,
)

_MODELS_PATH = "/models/"
# `{` begins the placeholder of the request id, whose name differs between pages.
_REQUEST_PATH = re.compile(r".*\{.*/(status|result|cancel)", re.DOTALL)
_URL = re.compile(r"(https?://[^/]+)(/.*)", re.DOTALL)
_DECODED = {"%20": " ", "%7B": "{", "%7b": "{", "%7D": "}", "%7d": "}"}
"""Percent-encodings of characters in model ids and placeholders; no other is decoded."""

_MISSING_ENDPOINTS = {
    "status": "status endpoint (no curl command for …/status)",
    "result": "result endpoint (no curl command for …/result)",
    "cancel": "cancel endpoint (no curl command for …/cancel)",
}
"""Endpoint: the note if it is missing. A missing submit endpoint is noted as a missing model_id."""

# An apostrophe within a word, as in `l'état`, is not a quote.
_OPENING, _CLOSING = r"""["“”„「『`]|(?<!\w)['‘‚]|[«»]\s?""", r"""["“”」』`]|['’‘](?!\w)|\s?[«»]"""
_QUOTED_WORD = re.compile(f"(?:{_OPENING})([a-z][a-z0-9_]*+)(?:{_CLOSING})")


@dataclass(frozen=True)
class CurlCall:
    """A curl command that calls an endpoint of the Model API."""

    command: CurlCommand
    role: str
    """`submit`, `status`, `result` or `cancel`."""
    base_url: str
    endpoint: Endpoint
    """Method and path, with placeholders for the model and the request."""
    model: str
    """The model id in the URL; empty unless the role is `submit`."""


def read_calls(commands: Sequence[CurlCommand], notes: PageNotes) -> list[CurlCall]:
    """Return the calls of known endpoints among `commands`, and note all other commands."""
    calls: list[CurlCall] = []
    for command in commands:
        if call := _call(command):
            calls.append(call)
        elif command.url:
            notes.warnings.append(f"unknown curl command: {command.method} {command.url[:200]}")
    return calls


def read_model_id(calls: Sequence[CurlCall], notes: PageNotes) -> ModelId | None:
    """Return the one model that the submit calls name, or None with a note."""
    names = list(dict.fromkeys(call.model for call in calls if call.role == "submit"))
    if not names:
        notes.missing.append("model_id (no curl command that posts to …/models/{model_id})")
        return None
    if len(names) > 1:
        notes.errors.append("submit commands for different models: " + ", ".join(names))
        return None
    try:
        model_id = ModelId.parse(names[0])
    except InvalidModelIdError as error:
        notes.errors.append(str(error))
        return None
    notes.found.append(f"model_id {model_id}")
    return model_id


def read_example(calls: Sequence[CurlCall], notes: PageNotes) -> str | None:
    """Return the pretty-printed body of the submit call; if bodies differ, the first, noted."""
    bodies = [call.command.body for call in calls if call.role == "submit"]
    texts = [pretty(body.text) for body in bodies if isinstance(body, JsonBlock)]
    if not texts:
        notes.missing.append("example body (no JSON after --data of the submit command)")
        return None
    if not texts[0].startswith("{"):
        notes.errors.append("the body of the submit command is an array, not an object")
        return None
    if len(set(texts)) > 1 or len(texts) < len(bodies):
        notes.warnings.append("the submit commands have different bodies; the first one is used")
    notes.found.append("example body")
    return texts[0]


def read_protocol(
    calls: Sequence[CurlCall], statuses: tuple[str, ...], notes: PageNotes
) -> ServiceProtocol | None:
    """Return the protocol that all `calls` share, or None with a note."""
    roles: dict[str, CurlCall] = {}
    for call in calls:
        roles.setdefault(call.role, call)
    notes.missing.extend(note for role, note in _MISSING_ENDPOINTS.items() if role not in roles)
    notes.found.extend(f"{role} endpoint {call.endpoint}" for role, call in roles.items())
    contradictions = _contradictions(calls)
    notes.errors.extend(contradictions)
    if contradictions or not roles.keys() >= {"submit", *_MISSING_ENDPOINTS}:
        return None
    try:
        return ServiceProtocol(
            base_url=calls[0].base_url,
            statuses=statuses,
            **{role: call.endpoint for role, call in roles.items()},
        )
    except InvalidProtocolError as error:
        notes.errors.append(str(error))
        return None


def read_statuses(text: str, calls: Sequence[CurlCall]) -> tuple[str, ...]:
    """Return the statuses that the sentence above the status command lists.

    Empty if it lists none, as on pages whose text was never translated.
    """
    commands = [call.command for call in calls]
    status = next((call.command for call in calls if call.role == "status"), None)
    if status is None:
        return ()
    begin = max((command.end for command in commands if command.end <= status.start), default=0)
    # In all languages, the statuses in this sentence are words in quotes.
    words = dict.fromkeys(_QUOTED_WORD.findall(text, begin, status.start))
    words.pop("request_id", None)
    # A single quoted word is more likely a name than the only status.
    return tuple(words) if len(words) > 1 else ()


def _call(command: CurlCommand) -> CurlCall | None:
    match = _URL.fullmatch(re.sub(r"%[0-9A-Fa-f]{2}", _decode, command.url))
    if not match:
        return None
    base_url, path = match.groups()
    head, models, model = path.partition(_MODELS_PATH)
    if models and command.method != "GET":
        endpoint = Endpoint(command.method, head + models + "{model_id}")
        return CurlCall(command, "submit", base_url, endpoint, model)
    if role := _REQUEST_PATH.fullmatch(path):
        return CurlCall(command, role[1], base_url, Endpoint(command.method, path), "")
    return None


def _decode(escape: re.Match[str]) -> str:
    return _DECODED.get(escape.group(), escape.group())


def _contradictions(calls: Sequence[CurlCall]) -> list[str]:
    """Return a message for each base URL or endpoint that the page shows in two forms."""
    forms: dict[str, dict[str, None]] = {}
    for call in calls:
        forms.setdefault("base URL", {})[call.base_url] = None
        forms.setdefault(f"{call.role} endpoint", {})[str(call.endpoint)] = None
    return [
        f"more than one {name}: {', '.join(values)}"
        for name, values in forms.items()
        if len(values) > 1
    ]
