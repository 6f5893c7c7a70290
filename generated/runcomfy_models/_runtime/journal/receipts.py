# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 222d3edbe84ef70a3c7fefec23722b99
"""Receipts: how a file was made and what it cost; `verify` finds later changes."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from ..json_value import is_array, is_object
from ..models.inputs import InputModel
from ..new_file import other_contents, rename_without_replacing
from .paid_calls.recorded_inputs import recorded_media

SUFFIX = ".receipt.json"
"""The suffix of a receipt, appended to the file's own name."""

Receipt = dict[str, Any]


@cache
def schema_digest(input_type: type[InputModel]) -> str:
    """Return the SHA-256 of a model's input schema, hexadecimal."""
    return _digest(input_type.model_json_schema())


def receipt(document: dict[str, Any], schema_sha256: str | None) -> Receipt:
    """Return the receipt of a job: model, schema, inputs, cost, times, files.

    `document` is its entry as `Entry.to_dict` returns it, `schema_sha256` the digest of the
    schema of the inputs. `sha256` is the digest of all the rest, with sorted keys and without
    blanks.
    """
    times = ("sent_at", "submitted_at", "ended_at")
    names = ("key", "model_id", "request_id", "cost", *times, "digest", "inputs")
    facts = {name: document[name] for name in names}
    facts["schema_sha256"] = schema_sha256
    facts["files"] = [
        {**file, "path": Path(file["path"]).name} for file in document["files"]
    ]
    return {**facts, "sha256": _digest(facts)}


def write_receipts(document: Receipt, paths: Iterable[Path]) -> None:
    """Write a receipt beside each of the files at `paths`; a crash leaves no half-written one.

    Raises `FileExistsError` for a file that is not an earlier receipt of the same job.
    """
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    for path in paths:
        target = receipt_path(path)
        draft = target.with_name(f"{target.name}.new")
        draft.write_text(text, encoding="utf-8")
        _publish(draft, target, document["request_id"])


def _publish(draft: Path, target: Path, request_id: str) -> None:
    try:
        rename_without_replacing(draft, target)
    except FileExistsError:
        if (_document(target) or {}).get("request_id") == request_id:
            draft.replace(target)
            return
        draft.unlink()
        raise other_contents(target) from None


def receipt_path(path: Path) -> Path:
    """Return the path of the receipt of the file at `path`."""
    return path.with_name(path.name + SUFFIX)


def verify(path: str | Path) -> list[str]:
    """Return what has changed since a file was made; an empty list if nothing has.

    Args:
        path: A file with a receipt beside it, or the receipt.

    Returns:
        A line for each of the files, local inputs and receipts that is missing or differs.

    Raises:
        FileNotFoundError: There is no receipt.
    """
    path = Path(path)
    receipt_file = path if path.name.endswith(SUFFIX) else receipt_path(path)
    document = _document(receipt_file)
    if document is None:
        return [f"{receipt_file}: is not a receipt any more"]
    return list(_changes(document, receipt_file))


def _changes(document: Receipt, receipt_file: Path) -> Iterator[str]:
    facts = {name: value for name, value in document.items() if name != "sha256"}
    if document.get("sha256") != _digest(facts):
        yield f"{receipt_file}: the receipt was changed"
    for file in document["files"]:
        yield from _difference(receipt_file.parent / file["path"], file["sha256"])
    for medium in recorded_media(document["inputs"]):
        if "path" in medium:
            yield from _difference(Path(medium["path"]), medium["sha256"])


def _difference(path: Path, sha256: str) -> Iterator[str]:
    try:
        actual = file_digest(path)
    except OSError as error:
        yield f"{path}: {error.strerror}"
    else:
        if actual != sha256:
            yield f"{path}: was changed"


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _document(receipt_file: Path) -> Receipt | None:
    try:
        document: Any = json.loads(receipt_file.read_text(encoding="utf-8"))
    except ValueError:
        return None
    return document if is_object(document) and is_array(document.get("files")) else None


def _digest(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
