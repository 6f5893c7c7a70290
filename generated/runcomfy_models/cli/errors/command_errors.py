# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 9bbb830e32504d6a7e2851e8d7bb62a6
"""Errors that commands raise themselves, with their exit statuses."""

import click

from .exit_codes import ExitCode


class WrongInput(click.ClickException):
    """An input or file cannot be used. Nothing was sent."""

    exit_code = ExitCode.WRONG_INPUT


class PaymentRefused(click.ClickException):
    """The user did not agree to pay, or a limit forbids it. Nothing was sent."""

    exit_code = ExitCode.REFUSED


class StillGoing(click.ClickException):
    """The job has not ended yet."""

    exit_code = ExitCode.STILL_GOING

    def __init__(self, request_id: str) -> None:
        """Name the job."""
        super().__init__(f"request {request_id} has not ended")
        self.request_id = request_id
