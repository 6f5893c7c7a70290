"""Pages to `schemas/`: compared first, then written, each file whole."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from pathlib import Path

from runcomfy_codegen.atomic_write import write_if_changed
from runcomfy_codegen.pages.page import Page
from runcomfy_codegen.reading.files import SERVICE
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.service import Service

_TRUSTED_HOSTS = (".runcomfy.net", ".runcomfy.com")


class StoreError(Exception):
    """A page that contradicts what is stored; nothing was written for it."""


@dataclass(frozen=True)
class Stored:
    """What became of a page."""

    state: str
    """`new`, `changed` or `unchanged`."""
    files: tuple[str, ...]
    """Names of the files that were written."""
    odd: tuple[str, ...]


@dataclass
class Store:
    """One schemas folder during one run."""

    folder: Path
    service: Service | None = None
    _seen: dict[ModelId, str] = field(default_factory=dict[ModelId, str])
    """Which page of this run each model came from."""

    def __post_init__(self) -> None:
        """Read the protocol that the folder holds; raises `InvalidServiceError`, `OSError`."""
        self.service = Service.load(self.folder / SERVICE)

    def put(self, page: Page, name: str) -> Stored:
        """Write `page`, which came from the argument `name`.

        Raises `StoreError` where it shows another protocol, where this run had the same model
        with other contents, or where the file system takes its folder for another model's;
        `OSError` where a file cannot be written.
        """
        check_folder(self.folder, page.model_id)
        shared, odd = self.agreed_service(page.service)
        files = {f"{page.model_id}/{file}": text for file, text in documents_of(page).items()}
        changed = [file for file, text in files.items() if not self._holds(file, text)]
        existed = any((self.folder / file).exists() for file in files)
        self._check_seen(page.model_id, name, changed)
        if shared != self.service:
            files = {SERVICE: shared.dump(), **files}
        written = self._write(files)
        self.service = shared
        state = "changed" if existed else "new"
        return Stored(state if changed else "unchanged", written, odd)

    def agreed_service(self, shown: Service) -> tuple[Service, tuple[str, ...]]:
        """The service to keep, and what is odd about the one that a page shows.

        Raises `StoreError` where both contradict each other.
        """
        known = self.service or _first_service(shown)
        if other := _differences(known, shown):
            raise StoreError(f"shows another protocol than {SERVICE}: {other}")
        if not (known.statuses or shown.statuses):
            return known, (f"names no statuses; {SERVICE} lists none until a page does",)
        if not known.statuses:
            return replace(known, statuses=shown.statuses), ()
        if shown.statuses and set(shown.statuses) != set(known.statuses):
            named, kept = ", ".join(shown.statuses), ", ".join(known.statuses)
            return known, (f"names the statuses {named}; {SERVICE} has {kept}",)
        return known, ()

    def _check_seen(self, model_id: ModelId, name: str, changed: list[str]) -> None:
        first = self._seen.setdefault(model_id, name)
        if changed and first != name:
            files = ", ".join(Path(file).name for file in changed)
            raise StoreError(f"{model_id} came from {first} in this run, with another {files}")

    def _holds(self, file: str, text: str) -> bool:
        path = self.folder / file
        return path.is_file() and path.read_bytes() == text.encode()

    def _write(self, files: dict[str, str]) -> tuple[str, ...]:
        return tuple(
            Path(file).name
            for file, text in files.items()
            if write_if_changed(self.folder / file, text)
        )


def check_folder(folder: Path, model_id: ModelId) -> None:
    """Raise `StoreError` where the file system takes the folder of `model_id` for another's."""
    for segment in model_id.segments:
        if (folder / segment).exists() and segment not in {p.name for p in folder.iterdir()}:
            raise StoreError(
                f"{model_id} differs in case alone from a model that is there already, "
                "and this file system does not keep the two apart"
            )
        folder /= segment


def documents_of(page: Page) -> dict[str, str]:
    """Name of a document of `page`: its text."""
    files = {"input.json": page.input, "output.json": page.output, "example.json": page.example}
    if page.docs_url:
        files["page.json"] = json.dumps({"docs_url": page.docs_url}, indent=2) + "\n"
    return files


def _first_service(shown: Service) -> Service:
    """The first page says where tokens will be sent: only RunComfy's own hosts may."""
    host = shown.base_url.removeprefix("https://")
    if not shown.base_url.startswith("https://") or not host.endswith(_TRUSTED_HOSTS):
        raise StoreError(
            f"its base URL {shown.base_url} is no https address of RunComfy; "
            f"to accept it all the same, write {SERVICE} by hand first"
        )
    return shown


def _differences(known: Service, shown: Service) -> str:
    pairs = {"base URL": (known.base_url, shown.base_url)} | {
        f"{name} endpoint": (str(endpoint), str(shown.endpoints[name]))
        for name, endpoint in known.endpoints.items()
    }
    return "; ".join(f"{what} {new}, not {old}" for what, (old, new) in pairs.items() if new != old)
