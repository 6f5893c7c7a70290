# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 19ef28f2f9347d9dfe7b561c34151e3c
"""Completion of model ids."""

import click
from click.shell_completion import CompletionItem

from runcomfy_models._models import MODELS


def models_beginning(incomplete: str) -> list[CompletionItem]:
    """Return the models whose id begins with what was typed."""
    return [CompletionItem(name) for name in MODELS if name.startswith(incomplete)]


def complete_models(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete the argument of a command."""
    return models_beginning(incomplete)
