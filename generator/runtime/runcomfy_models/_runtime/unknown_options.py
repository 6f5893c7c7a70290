"""Errors for unknown options, with hints for keywords of other libraries."""

from collections.abc import Collection, Iterable

from .suggesting import similar_hint

INTENDED_OPTIONS = {
    "timeout": "wait_timeout (for a job) or call_timeout (for one HTTP call)",
    "request_timeout": "call_timeout",
    "max_retries": "attempts",
    "retries": "attempts",
    "max_attempts": "attempts",
    "api_key": "token",
    "api_token": "token",
    "auth_token": "token",
    "url": "base_url",
    "api_base": "base_url",
    "default_headers": "headers",
    "extra_headers": "headers",
    "poll_interval": "poll_first and poll_max",
    "callback": "on_update",
    "on_progress": "on_update",
}
"""Keyword of another library: the option that its user means."""


CONNECTION = frozenset({"token", "base_url", "http_client", "clock"})
"""Options that a client or an account takes as it is made, and that cannot be changed."""


def check_options(keywords: Iterable[str], known: Collection[str]) -> None:
    """Raise `TypeError` for the first of `keywords` that is not in `known`."""
    for keyword in keywords:
        if keyword not in known:
            hint = option_hint(keyword) or similar_hint(keyword, known, at_most=1)
            raise TypeError(f"unknown option {keyword!r}{hint}")


def option_hint(keyword: str) -> str:
    """Return what to add to a message about an unknown `keyword`; may be empty."""
    if _is_option(keyword):
        return f"; it is an option of the client: Client({keyword}=…)"
    if keyword not in INTENDED_OPTIONS:
        return ""
    return f"; did you mean the client's option {INTENDED_OPTIONS[keyword]}?"


def _is_option(keyword: str) -> bool:
    from .options import OptionChanges  # only errors need it

    return keyword in CONNECTION or keyword in OptionChanges.__annotations__
