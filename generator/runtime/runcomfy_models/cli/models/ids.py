"""Check a typed model id, and suggest the closest one."""

import warnings

import click

from runcomfy_models._models import GONE, MODELS, RENAMED

from ..output.printing import print_to_stderr

MAX_FOUND = 3
"""Models that a message suggests because they have words of an unknown id."""


def current_id(model_id: str) -> str:
    """Return the current id of a model, and print a note if a former one was given.

    Raises `click.UsageError` for an unknown id; the message names similar ones.
    """
    if model_id in MODELS:
        return model_id
    from runcomfy_models._runtime.model_ids import ModelIds  # here: seldom needed

    ids = ModelIds(MODELS, RENAMED, GONE)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            current = ids.current(model_id)
        except LookupError as error:
            hint = "" if ids.similar(model_id) else _models_with_words_of(model_id)
            raise click.UsageError(f"{error}{hint}") from None
    print_to_stderr(f"the model {model_id} is called {current} now")
    return current


def current_model(
    ctx: click.Context, parameter: click.Parameter, model_id: str | None
) -> str | None:
    """Return the current id of the model that an option names, if it was given."""
    return None if model_id is None else current_id(model_id)


def _models_with_words_of(model_id: str) -> str:
    """Return the end of a message that suggests models which have words of an unknown id."""
    from runcomfy_models import find
    from runcomfy_models._runtime.suggesting import did_you_mean

    return did_you_mean(map(str, find(model_id, limit=MAX_FOUND)))
