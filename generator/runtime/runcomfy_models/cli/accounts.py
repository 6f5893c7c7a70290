"""The account behind a command."""

import click

from runcomfy_models import AuthenticationError, RunComfy

NO_TOKEN = "none-is-needed-for-checks"  # noqa: S105


def account_for_checks() -> RunComfy:
    """Return an account that checks inputs: nothing is sent with it, so a token is not needed.

    Where there is one, it is used, so that no message shows it.
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
