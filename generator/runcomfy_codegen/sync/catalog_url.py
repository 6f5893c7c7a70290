"""The URL of the model catalog, and of its pages and models."""

from __future__ import annotations

from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

PATH = "/v1/models"
PAGE_SIZE = 100
"""Models to ask for per page; the service sends at most 500."""

_FILTERS = frozenset({"search", "category", "kind"})


class CatalogUrl:
    """The address of the whole catalog, of a filtered part of it, or of one model."""

    def __init__(self, name: str) -> None:
        """Parse the argument `name`; the path defaults to `/v1/models`."""
        parts = urlsplit(name)
        path = parts.path.rstrip("/")
        self._parts = parts._replace(path=path or PATH, fragment="")
        self._query = dict(parse_qsl(parts.query, keep_blank_values=True))
        # One model has its id after `/v1/models/`.
        self.is_one_model = f"{PATH}/" in f"{path}/" and not path.endswith(PATH)
        self.is_unfiltered = not self._query.keys() & _FILTERS

    def __str__(self) -> str:
        """Return the address itself."""
        return urlunsplit(self._parts)

    def page(self, offset: int) -> str:
        """Return the address of the page that begins with model number `offset`."""
        query = {
            "include_schema": "true",
            "limit": str(PAGE_SIZE),
            **self._query,
            "offset": str(offset),
        }
        return urlunsplit(self._parts._replace(query=urlencode(query)))

    def model(self, model_id: str) -> str:
        """Return the address of one model."""
        path = f"{self._parts.path}/{quote(model_id, safe='/')}"
        return urlunsplit(self._parts._replace(path=path, query=""))
