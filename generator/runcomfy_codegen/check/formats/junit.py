"""Format the result as JUnit XML, with a test case for each generated file."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from runcomfy_codegen.check.result import CheckResult, DriftedFile

NAME = "runcomfy-codegen check"

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(result: CheckResult, now: datetime | None = None) -> str:
    """Return a test suite: files that differ are failures, a failed check is an error.

    It is valid under the schemas of Ant and of Jenkins.
    """
    suite = ET.Element("testsuite", _suite_attributes(result, now or datetime.now(UTC)))
    ET.SubElement(suite, "properties")
    if result.failure:
        details = "\n".join(map(str, result.diagnostics))
        _add_bad_case(suite, "schemas", "error", result.failure, details)
    for file in result.files:
        message = f"{file.state}: {file.causes[0]}"
        _add_bad_case(suite, file.path, "failure", message, _details(file, result))
    for path in result.unchanged:
        _add_case(suite, path)
    for name in ("system-out", "system-err"):
        ET.SubElement(suite, name)
    ET.indent(suite)
    return ET.tostring(suite, encoding="unicode", xml_declaration=False) + "\n"


def _suite_attributes(result: CheckResult, now: datetime) -> dict[str, str]:
    failures, errors = len(result.files), int(bool(result.failure))
    return {
        "name": NAME,
        "hostname": "localhost",
        "timestamp": now.strftime("%Y-%m-%dT%H:%M:%S"),
        "time": "0",  # required by both schemas, but not measured
        "tests": str(failures + len(result.unchanged) + errors),
        "failures": str(failures),
        "errors": str(errors),
    }


def _add_case(suite: ET.Element, name: str) -> ET.Element:
    attributes = {"classname": NAME, "name": _without_invalid(name), "time": "0"}
    return ET.SubElement(suite, "testcase", attributes)


def _add_bad_case(suite: ET.Element, name: str, kind: str, message: str, details: str) -> None:
    attributes = {"message": _without_invalid(message), "type": "drift"}
    element = ET.SubElement(_add_case(suite, name), kind, attributes)
    element.text = _without_invalid(details)


def _details(file: DriftedFile, result: CheckResult) -> str:
    causes = map(str, file.causes)
    return "\n".join([*causes, *file.diff, f"to fix it: {result.advice}"])


def _without_invalid(text: str) -> str:
    """Replace the characters that XML does not allow."""
    return _NOT_XML.sub("\ufffd", text)
