# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 375983a67bbc80c7e3c30c799b6c25d9
"""The id of a model, as somebody has typed it."""

import warnings

import click

from runcomfy_models._models import GONE, MODELS, RENAMED

from .printing import tell


def current_id(model_id: str) -> str:
    """Return the id that a model has now; one that it had before is told.

    Raises `click.UsageError` for any other, which names those that are close to it.
    """
    if model_id in MODELS:
        return model_id
    from runcomfy_models._runtime.former_models import Ids  # here: seldom needed

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            current = Ids(MODELS, RENAMED, GONE).current(model_id)
        except LookupError as error:
            raise click.UsageError(str(error)) from None
    tell(f"the model {model_id} is {current} now")
    return current
