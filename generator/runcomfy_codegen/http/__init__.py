"""Fetch URLs over HTTP, with retries, a cache and RunComfy's token."""

from runcomfy_codegen.http.fetcher import Fetcher, FetchError, FetchResult

__all__ = ["FetchError", "FetchResult", "Fetcher"]
