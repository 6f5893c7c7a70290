"""The account that a command uses."""

import click

from runcomfy_models import AuthenticationError, RunComfy

NO_TOKEN = "none-is-needed-for-checks"  # noqa: S105


def account_for_checks() -> RunComfy:
    """Return an account to check inputs with; it sends nothing, so it needs no token.

    If there is a token, it is used all the same, so that messages do not show it.
    """
    try:
        return _account(None)
    except AuthenticationError:
        return _account(NO_TOKEN)


def account() -> RunComfy:
    """Return the account of the user. Raises `AuthenticationError` without a token."""
    return _account(None)


def _account(token: str | None) -> RunComfy:
    try:
        return RunComfy(token=token)
    except ValueError as error:  # the base URL in the environment
        raise click.UsageError(f"RUNCOMFY_BASE_URL: {error}") from None
