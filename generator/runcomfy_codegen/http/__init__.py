"""Getting what is behind a URL, with care for the server, the disk and the token."""

from runcomfy_codegen.http.fetcher import Fetched, Fetcher, FetchError

__all__ = ["FetchError", "Fetched", "Fetcher"]
