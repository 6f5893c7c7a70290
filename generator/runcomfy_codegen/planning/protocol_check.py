"""Check that a package without a client library can use that of `runcomfy_models`."""

from __future__ import annotations

from pathlib import Path

from runcomfy_codegen.diagnostics.codes import diagnose
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.reading.files import SERVICE_FILE
from runcomfy_codegen.reading.service_protocol import DOCUMENTED_PROTOCOL, ServiceProtocol


def protocol_problems(protocol: ServiceProtocol, schemas: Path) -> list[Diagnostic]:
    """Return the parts of `protocol` of the folder `schemas` that the client library differs in."""
    file = (schemas / SERVICE_FILE).as_posix()
    diagnostics: list[Diagnostic] = []
    if protocol.base_url != DOCUMENTED_PROTOCOL.base_url:
        message = f"the client library calls {DOCUMENTED_PROTOCOL.base_url}"
        hint = f"RunComfy(base_url={protocol.base_url!r})"
        diagnostics.append(diagnose("other-service", file, "/base_url", message, hint))
    if protocol.endpoints != DOCUMENTED_PROTOCOL.endpoints:
        message = "the client library calls other endpoints"
        diagnostics.append(diagnose("invalid-service", file, "/endpoints", message))
    return diagnostics
