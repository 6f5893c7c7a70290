"""Store pages in `schemas/`: compare first, then write each file atomically."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from runcomfy_codegen.atomic_write import write_if_changed
from runcomfy_codegen.http.servers import server_of
from runcomfy_codegen.pages.page import Page
from runcomfy_codegen.reading.docs_url import page_document
from runcomfy_codegen.reading.files import SERVICE_FILE
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.service_protocol import ServiceProtocol


class StoreError(Exception):
    """A page that contradicts what is stored; nothing of it was written."""


@dataclass(frozen=True)
class StoreResult:
    """The outcome of storing one page."""

    state: str
    """`new`, `changed` or `unchanged`."""
    files: tuple[str, ...]
    """Names of the files that were written."""
    warnings: tuple[str, ...]


@dataclass
class Store:
    """A schemas folder, during one run of `import` or `sync`."""

    folder: Path
    protocol: ServiceProtocol | None = field(init=False, default=None)
    _page_of: dict[ModelId, str] = field(init=False, default_factory=dict[ModelId, str])
    """Model: the page of this run that it came from."""

    def __post_init__(self) -> None:
        """Read the stored protocol; raises `InvalidProtocolError` or `OSError`."""
        self.protocol = ServiceProtocol.load(self.folder / SERVICE_FILE)

    def put(self, page: Page, name: str) -> StoreResult:
        """Write `page`, which came from the argument `name`.

        Raises `StoreError` if the page shows a protocol that differs from the stored one, if
        another page of this run has the same model with different content, or if the model's
        folder collides with another's; `OSError` if a file cannot be written.
        """
        check_case_collision(self.folder, page.model_id)
        shared, warnings = self.merged_protocol(page.protocol)
        files = {f"{page.model_id}/{file}": text for file, text in documents_of(page).items()}
        changed = [file for file, text in files.items() if not self._is_stored(file, text)]
        existed = any((self.folder / file).exists() for file in files)
        self._check_other_pages(page.model_id, name, changed)
        # A service file written by hand keeps its layout unless its content changes.
        if shared != self.protocol:
            files = {SERVICE_FILE: shared.dump(), **files}
        written = self._write(files)
        self.protocol = shared
        state = "changed" if existed else "new"
        return StoreResult(state if changed else "unchanged", written, warnings)

    def merged_protocol(self, of_page: ServiceProtocol) -> tuple[ServiceProtocol, tuple[str, ...]]:
        """Merge the protocol that a page shows into the stored one; return it, and warnings.

        Raises `StoreError` if the two contradict each other.
        """
        stored = self.protocol or _trusted(of_page)
        if differences := _differences(stored, of_page):
            raise StoreError(f"shows a protocol that differs from {SERVICE_FILE}: {differences}")
        if not (stored.statuses or of_page.statuses):
            return stored, (f"names no statuses; {SERVICE_FILE} lists none until a page does",)
        if not stored.statuses:
            return replace(stored, statuses=of_page.statuses), ()
        if of_page.statuses and set(of_page.statuses) != set(stored.statuses):
            page_statuses, stored_statuses = ", ".join(of_page.statuses), ", ".join(stored.statuses)
            return stored, (
                f"names the statuses {page_statuses}; {SERVICE_FILE} has {stored_statuses}",
            )
        return stored, ()

    def _check_other_pages(self, model_id: ModelId, name: str, changed: list[str]) -> None:
        first = self._page_of.setdefault(model_id, name)
        if changed and first != name:
            files = ", ".join(Path(file).name for file in changed)
            raise StoreError(f"{model_id} came from {first} in this run, with a different {files}")

    def _is_stored(self, file: str, text: str) -> bool:
        path = self.folder / file
        return path.is_file() and path.read_bytes() == text.encode()

    def _write(self, files: dict[str, str]) -> tuple[str, ...]:
        return tuple(
            Path(file).name
            for file, text in files.items()
            if write_if_changed(self.folder / file, text)
        )


def check_case_collision(folder: Path, model_id: ModelId) -> None:
    """Raise `StoreError` if macOS and Windows mistake the folder of `model_id` for another's."""
    for segment in model_id.segments:
        names = {path.name for path in folder.iterdir()} if folder.is_dir() else set[str]()
        if segment not in names and segment.casefold() in map(str.casefold, names):
            raise StoreError(case_collision(model_id, "a stored model"))
        folder /= segment


def case_collision(model_id: ModelId, other: str) -> str:
    """Return why `model_id` cannot be stored beside `other`."""
    return f"{model_id} differs from {other} only in case: one folder on macOS and Windows"


def documents_of(page: Page) -> dict[str, str]:
    """Return the text of each document of `page`, by file name."""
    files = {"input.json": page.input, "output.json": page.output, "example.json": page.example}
    if page.docs_url:
        files["page.json"] = page_document(page.docs_url)
    return files


def _trusted(protocol: ServiceProtocol) -> ServiceProtocol:
    """Return `protocol`; raises `StoreError` if its base URL is not on RunComfy."""
    # The first page decides where generated clients send tokens.
    if not server_of(protocol.base_url).is_runcomfy:
        raise StoreError(
            f"its base URL {protocol.base_url} is not an https address of RunComfy; "
            f"to accept it, write {SERVICE_FILE} by hand first"
        )
    return protocol


def _differences(stored: ServiceProtocol, of_page: ServiceProtocol) -> str:
    pairs = {"base URL": (stored.base_url, of_page.base_url)} | {
        f"{name} endpoint": (str(endpoint), str(of_page.endpoints[name]))
        for name, endpoint in stored.endpoints.items()
    }
    return "; ".join(f"{name} {new}, not {old}" for name, (old, new) in pairs.items() if new != old)
