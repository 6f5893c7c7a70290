"""The protocol that a page shows: which curl command is which endpoint, and for which model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from runcomfy_codegen.pages.curl import Curl
from runcomfy_codegen.pages.json_blocks import JsonBlock
from runcomfy_codegen.pages.notes import Notes
from runcomfy_codegen.reading.json_text import pretty
from runcomfy_codegen.reading.model_id import InvalidModelIdError, ModelId
from runcomfy_codegen.reading.service import Endpoint, InvalidServiceError, Service

_MODELS = "/models/"
_ROLE = re.compile(r".*\{.*/(status|result|cancel)", re.DOTALL)
_URL = re.compile(r"(https?://[^/]+)(/.*)", re.DOTALL)
_PLAIN = {"%20": " ", "%7B": "{", "%7b": "{", "%7D": "}", "%7d": "}"}
"""Percent-encodings that stand for what a model id or a placeholder holds; no other is undone."""

_NAMED = {
    "status": "status endpoint (no curl command for …/status)",
    "result": "result endpoint (no curl command for …/result)",
    "cancel": "cancel endpoint (no curl command for …/cancel)",
}

_OPENING, _CLOSING = r"""["“”„「『`]|(?<!\w)['‘‚]|[«»]\s?""", r"""["“”」』`]|['’‘](?!\w)|\s?[«»]"""
_QUOTED_WORD = re.compile(f"(?:{_OPENING})([a-z][a-z0-9_]*+)(?:{_CLOSING})")


@dataclass(frozen=True)
class Call:
    """One curl command, taken apart: the model's name stands apart from the path's template."""

    curl: Curl
    role: str
    base_url: str
    endpoint: Endpoint
    model: str


def read_calls(curls: Sequence[Curl], notes: Notes) -> list[Call]:
    """The endpoints' calls among `curls`; any other command is noted as odd."""
    calls: list[Call] = []
    for curl in curls:
        if call := _call(curl):
            calls.append(call)
        elif curl.url:
            notes.odd.append(f"another curl command: {curl.method} {curl.url[:200]}")
    return calls


def read_model_id(calls: Sequence[Call], notes: Notes) -> ModelId | None:
    """The one model that the submit calls name, or None with a note."""
    names = list(dict.fromkeys(call.model for call in calls if call.role == "submit"))
    if not names:
        notes.missing.append("model_id (no curl command that posts to …/models/{model_id})")
        return None
    if len(names) > 1:
        notes.wrong.append("submit commands for different models: " + ", ".join(names))
        return None
    try:
        model_id = ModelId.parse(names[0])
    except InvalidModelIdError as error:
        notes.wrong.append(str(error))
        return None
    notes.found.append(f"model_id {model_id}")
    return model_id


def read_example(calls: Sequence[Call], notes: Notes) -> str | None:
    """The body of the submit call, laid out; the first one where they differ, with a note."""
    bodies = [call.curl.body for call in calls if call.role == "submit"]
    texts = [pretty(body.text) for body in bodies if isinstance(body, JsonBlock)]
    if not texts:
        notes.missing.append("example body (no JSON after --data of the submit command)")
        return None
    if not texts[0].startswith("{"):
        notes.wrong.append("the body of the submit command is an array, not an object")
        return None
    if len(set(texts)) > 1 or len(texts) < len(bodies):
        notes.odd.append("the submit commands have different bodies; the first one was taken")
    notes.found.append("example body")
    return texts[0]


def read_service(calls: Sequence[Call], statuses: tuple[str, ...], notes: Notes) -> Service | None:
    """The protocol of all `calls` together, or None with a note."""
    roles: dict[str, Call] = {}
    for call in calls:
        roles.setdefault(call.role, call)
    notes.missing.extend(text for role, text in _NAMED.items() if role not in roles)
    notes.found.extend(f"{role} endpoint {call.endpoint}" for role, call in roles.items())
    contradictions = _contradictions(calls)
    notes.wrong.extend(contradictions)
    if contradictions or len(roles) < len(_NAMED) + 1:
        return None
    try:
        return Service(
            base_url=calls[0].base_url,
            statuses=statuses,
            **{role: call.endpoint for role, call in roles.items()},
        )
    except InvalidServiceError as error:
        notes.wrong.append(str(error))
        return None


def read_statuses(text: str, calls: Sequence[Call]) -> tuple[str, ...]:
    """The words in quotes before the status command: the statuses, in any language.

    Empty where there are none, as on pages whose words were never translated.
    """
    status = next((call.curl for call in calls if call.role == "status"), None)
    if status is None:
        return ()
    before = max((call.curl.end for call in calls if call.curl.end <= status.start), default=0)
    words = dict.fromkeys(_QUOTED_WORD.findall(text, before, status.start))
    words.pop("request_id", None)
    return tuple(words) if len(words) > 1 else ()


def _call(curl: Curl) -> Call | None:
    match = _URL.fullmatch(re.sub(r"%[0-9A-Fa-f]{2}", _plain, curl.url))
    if not match:
        return None
    base_url, path = match.groups()
    head, models, model = path.partition(_MODELS)
    if models and curl.method != "GET":
        endpoint = Endpoint(curl.method, head + models + "{model_id}")
        return Call(curl, "submit", base_url, endpoint, model)
    if role := _ROLE.fullmatch(path):
        return Call(curl, role[1], base_url, Endpoint(curl.method, path), "")
    return None


def _plain(escape: re.Match[str]) -> str:
    return _PLAIN.get(escape.group(), escape.group())


def _contradictions(calls: Sequence[Call]) -> list[str]:
    """Where the page does not agree with itself: two hosts, or two forms of one endpoint."""
    forms_of: dict[str, dict[str, None]] = {}
    for call in calls:
        forms_of.setdefault("base URL", {})[call.base_url] = None
        forms_of.setdefault(f"{call.role} endpoint", {})[str(call.endpoint)] = None
    return [
        f"more than one {what}: {', '.join(forms)}"
        for what, forms in forms_of.items()
        if len(forms) > 1
    ]
