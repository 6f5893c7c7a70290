"""The model catalog, `GET /v1/models`: all of its pages, or one model, from a URL or a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from runcomfy_codegen.http import Fetcher, FetchError
from runcomfy_codegen.json_schema.values import is_array, is_object
from runcomfy_codegen.pages.sources import is_url
from runcomfy_codegen.sync.entries import Entry, entries_of
from runcomfy_codegen.sync.incoming import Gathered, Incoming, Problem, UpstreamError
from runcomfy_codegen.sync.parallel import for_all

PATH = "/v1/models"
PAGE_SIZE = 100
"""Models asked for at a time; the service gives 500 at most."""

MAX_PAGES = 2_000
"""Pages of a catalog that are asked for, whatever its total says."""

MAX_BYTES = 100_000_000
_FILTERS = frozenset({"search", "category", "kind"})


def gather_catalog(name: str, fetcher: Fetcher, jobs: int) -> Gathered:
    """The models of the catalog at `name`, a file or a URL.

    Raises `UpstreamError` where it cannot be read to its end: a model that is not in there would
    seem to be gone.
    """
    if not is_url(name):
        return _gathered(_from_file(Path(name)), name, None, fetcher, jobs)
    url = _Url(name)
    if url.is_one_model:
        text = _get(str(url), fetcher)
        return _gathered([(name, text, _parsed(text, name))], name, None, fetcher, jobs)
    return _gathered(_pages(url, fetcher, jobs), name, url, fetcher, jobs)


Answer = tuple[str, str, Any]
"""Where it came from, its text, and what that says."""


class _Url:
    """The address of the catalog, and of parts of it."""

    def __init__(self, name: str) -> None:
        parts = urlsplit(name)
        path = parts.path.rstrip("/")
        self._parts = parts._replace(path=path or PATH, fragment="")
        self._query = dict(parse_qsl(parts.query, keep_blank_values=True))
        self.is_one_model = f"{PATH}/" in f"{path}/" and not path.endswith(PATH)
        self.is_whole = not self._query.keys() & _FILTERS

    def __str__(self) -> str:
        return urlunsplit(self._parts)

    def page(self, offset: int) -> str:
        """The address of the page that begins at `offset`."""
        query = {
            "include_schema": "true",
            "limit": str(PAGE_SIZE),
            **self._query,
            "offset": str(offset),
        }
        return urlunsplit(self._parts._replace(query=urlencode(query)))

    def model(self, model_id: str) -> str:
        """The address of one model."""
        path = f"{self._parts.path}/{quote(model_id, safe='/')}"
        return urlunsplit(self._parts._replace(path=path, query=""))


def _pages(url: _Url, fetcher: Fetcher, jobs: int) -> list[Answer]:
    first = _page(url.page(0), fetcher)
    size, total = len(first[2]["models"]), first[2].get("total")
    if not isinstance(total, int) or isinstance(total, bool):
        return _pages_without_total(url, first, fetcher)
    offsets = range(size, total, size) if size else range(0)
    if len(offsets) >= MAX_PAGES:
        raise UpstreamError(f"{url}: claims to have {total} models, {size} on a page: too many")
    rest = for_all(offsets, lambda at: _page(url.page(at), fetcher), jobs, "catalog")
    pages = [first, *rest]
    count = sum(len(page[2]["models"]) for page in pages)
    if count != total or any(page[2].get("total") != total for page in pages):
        raise UpstreamError(f"{url}: stops in the middle: {count} of {total} models")
    _check_distinct(url, pages)
    return pages


def _pages_without_total(url: _Url, first: Answer, fetcher: Fetcher) -> list[Answer]:
    """All pages up to an empty one."""
    pages = [first]
    offset = len(first[2]["models"])
    while pages[-1][2]["models"]:
        if len(pages) == MAX_PAGES:
            raise UpstreamError(f"{url}: does not end after {MAX_PAGES} pages")
        pages.append(_page(url.page(offset), fetcher))
        offset += len(pages[-1][2]["models"])
        _check_distinct(url, pages[-2:])
    _check_distinct(url, pages)
    return pages


def _check_distinct(url: _Url, pages: list[Answer]) -> None:
    """Raise where a page came again: it stands in place of another."""
    if len({json.dumps(page[2]["models"]) for page in pages}) < len(pages):
        raise UpstreamError(f"{url}: gives the same page twice, and perhaps not all models")


def _page(url: str, fetcher: Fetcher) -> Answer:
    text = _get(url, fetcher)
    answer = _parsed(text, url)
    if not is_object(answer) or not is_array(answer.get("models")):
        raise UpstreamError(f"{url}: is no page of a catalog: it has no list `models`")
    return url, text, answer


def _get(url: str, fetcher: Fetcher) -> str:
    try:
        return fetcher.get(url, "application/json", MAX_BYTES).data.decode("utf-8-sig")
    except (FetchError, UnicodeDecodeError) as error:
        raise UpstreamError(f"{url}: {error}") from None


def _from_file(path: Path) -> list[Answer]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UpstreamError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise UpstreamError(f"{path}: not UTF-8 at byte {error.start}") from None
    return [(str(path), text, _parsed(text, str(path)))]


def _parsed(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UpstreamError(f"{name}: not JSON: {error}") from None


def _gathered(
    answers: list[Answer], name: str, url: _Url | None, fetcher: Fetcher, jobs: int
) -> Gathered:
    entries = [entry for answer in answers for entry in entries_of(*answer)]
    bare = [entry for entry in entries if entry.model_id and not entry.schema]
    if url and bare:
        asked = for_all(bare, lambda one: _one(url.model(one.model_id), fetcher), jobs, "models")
        entries = [*(entry for entry in entries if entry not in bare), *asked]
    if not entries:
        raise UpstreamError(f"{name}: the catalog holds no model")
    is_whole = url.is_whole if url else _is_whole_file(answers[0][2], len(entries), name)
    models, problems, is_sure = _sorted_out(entries)
    listed = frozenset(entry.model_id for entry in entries)
    return Gathered(models, problems, listed if is_whole and is_sure else None)


def _sorted_out(
    entries: list[Entry],
) -> tuple[tuple[Incoming, ...], tuple[Problem, ...], bool]:
    """Models, problems, and whether every entry has an id of its own: else some may be hidden."""
    models: dict[str, Incoming] = {}
    problems: list[Problem] = []
    for one in (entry.read() for entry in entries):
        if isinstance(one, Problem):
            problems.append(one)
        elif models.setdefault(one.model_id, one).files != one.files:
            problems.append(Problem(one.source, "stands twice, with another schema"))
    ids = [entry.model_id for entry in entries]
    return tuple(models.values()), tuple(problems), len({*ids} - {""}) == len(ids)


def _one(url: str, fetcher: Fetcher) -> Entry:
    """The catalog's entry of one model, asked for by itself."""
    try:
        text = _get(url, fetcher)
        entries = entries_of(url, text, _parsed(text, url))
    except UpstreamError as error:
        return Entry(url, problem=str(error).removeprefix(f"{url}: "))
    return entries[0] if entries else Entry(url, problem="holds no model")


def _is_whole_file(answer: Any, count: int, name: str) -> bool:
    """Whether a saved catalog holds all models; it raises where it says so and does not."""
    if not is_object(answer) or "models" not in answer:
        return False
    total = answer.get("total")
    if isinstance(total, int) and total != count:
        raise UpstreamError(f"{name}: stops in the middle: {count} of {total} models")
    return True
