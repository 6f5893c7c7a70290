"""Compare the protocol that all models share: its addresses and the statuses of a job."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.diff.comparing.change import describe
from runcomfy_codegen.diff.finding import Finding
from runcomfy_codegen.diff.verdicts import Verdicts
from runcomfy_codegen.json_schema.values import ABSENT
from runcomfy_codegen.reading.files import SERVICE_FILE
from runcomfy_codegen.reading.place import Place
from runcomfy_codegen.reading.service_protocol import ServiceProtocol
from runcomfy_codegen.untrusted_text import code_span

_Change = tuple[str, str, str, Any, Any]
"""The rule, the pointer, the message, and the value before and after."""


def compare_protocols(
    old: ServiceProtocol, new: ServiceProtocol, verdicts: Verdicts
) -> Iterator[Finding]:
    """Yield the findings about what differs between two protocols."""
    for rule, pointer, message, before, after in (*_addresses(old, new), *_statuses(old, new)):
        place = Place(SERVICE_FILE, pointer)
        yield verdicts.finding(rule, "", place, message, before=before, after=after)


def _addresses(old: ServiceProtocol, new: ServiceProtocol) -> Iterator[_Change]:
    values = [("base-url-changed", "/base_url", old.base_url, new.base_url)]
    values += [
        ("endpoint-changed", f"/endpoints/{name}", str(endpoint), str(new.endpoints[name]))
        for name, endpoint in old.endpoints.items()
    ]
    for rule, pointer, before, after in values:
        if before != after:
            message = describe(pointer.rpartition("/")[2], before, after)
            yield rule, pointer, message, before, after


def _statuses(old: ServiceProtocol, new: ServiceProtocol) -> Iterator[_Change]:
    for status in sorted(set(new.statuses) - set(old.statuses)):
        message = f"the status {code_span(status)} is new"
        yield "status-added", "/statuses", message, ABSENT, status
    for status in sorted(set(old.statuses) - set(new.statuses)):
        message = f"the status {code_span(status)} was removed"
        yield "status-gone", "/statuses", message, status, ABSENT
