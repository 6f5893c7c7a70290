"""Check that a package without a client library can use that of `runcomfy_models`."""

from __future__ import annotations

from pathlib import Path

from runcomfy_codegen.diagnostics.codes import diagnose
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.reading.files import SERVICE_FILE
from runcomfy_codegen.reading.service import DOCUMENTED_SERVICE, Service


def service_problems(service: Service, schemas: Path) -> list[Diagnostic]:
    """Return the parts of `service` of the folder `schemas` that the client library differs in."""
    file = (schemas / SERVICE_FILE).as_posix()
    diagnostics: list[Diagnostic] = []
    if service.base_url != DOCUMENTED_SERVICE.base_url:
        message = f"the client library calls {DOCUMENTED_SERVICE.base_url}"
        hint = f"RunComfy(base_url={service.base_url!r})"
        diagnostics.append(diagnose("other-service", file, "/base_url", message, hint))
    if service.endpoints != DOCUMENTED_SERVICE.endpoints:
        message = "the client library calls other endpoints"
        diagnostics.append(diagnose("invalid-service", file, "/endpoints", message))
    return diagnostics
