"""The outcome as JUnit's XML, which every CI can show: a test case a generated file."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from runcomfy_codegen.checking.drifted import Checked, DriftedFile

NAME = "runcomfy-codegen check"

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(checked: Checked) -> str:
    """One test suite: files that differ fail, and what kept a check from being done is an error."""
    total = len(checked.files) + len(checked.unchanged) + bool(checked.failure)
    counts = {"tests": total, "failures": len(checked.files), "errors": int(bool(checked.failure))}
    suite = ET.Element("testsuite", {"name": NAME} | {key: str(n) for key, n in counts.items()})
    if checked.failure:
        problems = [str(found) for found in checked.diagnostics]
        _case(suite, "schemas", "error", checked.failure, "\n".join(problems))
    for file in checked.files:
        _case(suite, file.path, "failure", f"{file.state}: {file.cause}", _text(file, checked))
    for path in checked.unchanged:
        ET.SubElement(suite, "testcase", {"classname": NAME, "name": _clean(path)})
    ET.indent(suite)
    return ET.tostring(suite, encoding="unicode", xml_declaration=False) + "\n"


def _case(suite: ET.Element, name: str, kind: str, message: str, text: str) -> None:
    case = ET.SubElement(suite, "testcase", {"classname": NAME, "name": _clean(name)})
    ET.SubElement(case, kind, {"message": _clean(message)}).text = _clean(text)


def _text(file: DriftedFile, checked: Checked) -> str:
    return "\n".join([*file.diff, f"to mend it: {checked.mend}"])


def _clean(text: str) -> str:
    """`text` without the characters that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
