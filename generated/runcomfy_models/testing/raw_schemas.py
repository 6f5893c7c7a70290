# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 873a48f26f1ea7ae9b1bbc3ca614dd26
"""Read the schemas of all models as the docs state them, independently of generated types."""

import json
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from errno import ENOTDIR
from functools import cached_property
from pathlib import Path
from typing import Any

from .._runtime.json_value import is_array, is_object
from .._runtime.truncating import truncated
from .api_errors import ApiError
from .patches import patched

_URL = {"type": "string", "format": "uri"}
_URLS = {"type": "array", "items": _URL}

COMMON_OUTPUT: dict[str, Any] = {
    "type": "object",
    "properties": {
        **dict.fromkeys(("image", "video", "audio"), _URL),
        **dict.fromkeys(("images", "videos", "audios"), _URLS),
    },
}
"""Schema of the output of a model whose docs show none."""


def schemas_folder() -> Path:
    """Return the schemas folder of the installed package, or else of the checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "schemas"
    return installed if installed.is_dir() else package.parents[2] / "schemas"


@contextmanager
def usable(model_id: str) -> Generator[None]:
    """Turn errors in work with a model's schemas into a failure of the service."""
    try:
        yield
    except ApiError:
        raise
    except Exception as error:  # an invalid schema may raise anything
        why = truncated(f"{type(error).__name__}: {error}")
        message = f"the schemas of {model_id} are not usable: {why}"
        raise ApiError(500001, message=message) from error


class RawSchemas:
    """A schemas folder; each document is read on first use."""

    def __init__(self, folder: Path) -> None:
        """Raise `NotADirectoryError` if the folder does not exist."""
        if not folder.is_dir():
            raise NotADirectoryError(ENOTDIR, "not a folder of schemas", str(folder))
        self.folder = folder
        self._documents: dict[Path, dict[str, Any]] = {}

    @cached_property
    def model_ids(self) -> tuple[str, ...]:
        """The ids of all models, sorted."""
        folders = (path.parent for path in self.folder.rglob("input.json"))
        return tuple(
            sorted(path.relative_to(self.folder).as_posix() for path in folders)
        )

    def input(self, model_id: str) -> dict[str, Any]:
        """Return the schema of a model's inputs; raises `ApiError` if it is unknown."""
        return self._document(model_id, "input.json")

    def listed_input(self, model_id: str) -> dict[str, Any]:
        """Return the same as the catalog lists it: without the patches of a maintainer."""
        path = self._path(model_id, "input.json")
        with usable(model_id):
            return _read(path)

    def catalog(self, model_id: str) -> dict[str, Any]:
        """Return what the catalog says about a model, as it was stored; else an empty object."""
        is_stored = self._path(model_id, "catalog.json").is_file()
        return self._document(model_id, "catalog.json") if is_stored else {}

    def output(self, model_id: str) -> dict[str, Any]:
        """Return the schema of a model's output, without the map that the docs wrap it in."""
        if not self._path(model_id, "output.json").is_file():
            return COMMON_OUTPUT
        document = self._document(model_id, "output.json")
        wrapped = document.get("output")
        if is_object(wrapped) and "properties" not in document:
            return wrapped
        return document

    def example_texts(self, model_id: str) -> frozenset[str]:
        """Return every text in the docs' example for a model; none if it has no example."""
        if not self._path(model_id, "example.json").is_file():
            return frozenset()
        return frozenset(_texts(self._document(model_id, "example.json")))

    def _document(self, model_id: str, name: str) -> dict[str, Any]:
        path = self._path(model_id, name)
        if path not in self._documents:
            with usable(model_id):
                document = _read(path)
                self._documents[path] = patched(self.folder, model_id, name, document)
        return self._documents[path]

    def _path(self, model_id: str, name: str) -> Path:
        """Return the path of a file of a known model."""
        # The id comes from a URL: an unknown one could lead out of the folder.
        if model_id not in self.model_ids:
            raise ApiError(404001)
        return self.folder / model_id / name


def _read(path: Path) -> dict[str, Any]:
    document: Any = json.loads(path.read_text(encoding="utf-8"))
    if not is_object(document):
        raise ValueError(f"{path.name} is not a JSON object")
    return document


def _texts(value: Any) -> Iterator[str]:
    """Yield each string in a JSON value, except names of properties."""
    if isinstance(value, str):
        yield value
    inside = value.values() if is_object(value) else value if is_array(value) else ()
    for member in inside:
        yield from _texts(member)
