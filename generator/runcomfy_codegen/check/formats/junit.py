"""The outcome as JUnit's XML, which every CI can show: a test case a generated file."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from runcomfy_codegen.check.outcome import Checked, DriftedFile

NAME = "runcomfy-codegen check"

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(checked: Checked, now: datetime | None = None) -> str:
    """One test suite: files that differ fail, and what kept a check from being done is an error.

    Valid against the schemas of Ant and of Jenkins; both want times, and a check takes none.
    """
    total = len(checked.files) + len(checked.unchanged) + bool(checked.failure)
    counts = {"tests": total, "failures": len(checked.files), "errors": int(bool(checked.failure))}
    started = (now or datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%S")
    head = {"name": NAME, "hostname": "localhost", "timestamp": started, "time": "0"}
    suite = ET.Element("testsuite", head | {key: str(count) for key, count in counts.items()})
    ET.SubElement(suite, "properties")
    if checked.failure:
        problems = [str(found) for found in checked.diagnostics]
        _bad(suite, "schemas", "error", checked.failure, "\n".join(problems))
    for file in checked.files:
        _bad(suite, file.path, "failure", f"{file.state}: {file.causes[0]}", _text(file, checked))
    for path in checked.unchanged:
        _case(suite, path)
    for name in ("system-out", "system-err"):
        ET.SubElement(suite, name)
    ET.indent(suite)
    return ET.tostring(suite, encoding="unicode", xml_declaration=False) + "\n"


def _case(suite: ET.Element, name: str) -> ET.Element:
    return ET.SubElement(suite, "testcase", {"classname": NAME, "name": _clean(name), "time": "0"})


def _bad(suite: ET.Element, name: str, kind: str, message: str, text: str) -> None:
    attributes = {"message": _clean(message), "type": "drift"}
    ET.SubElement(_case(suite, name), kind, attributes).text = _clean(text)


def _text(file: DriftedFile, checked: Checked) -> str:
    causes = map(str, file.causes)
    return "\n".join([*causes, *file.diff, f"to mend it: {checked.mend}"])


def _clean(text: str) -> str:
    """`text` without the characters that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
