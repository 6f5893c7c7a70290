# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 7a9ff78441a6aca7db031c25423e1d2f
"""Completion of model ids."""

import click
from click.shell_completion import CompletionItem

from runcomfy_models._models import MODELS


def complete_models(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return the models whose id begins with what was typed."""
    return [CompletionItem(name) for name in MODELS if name.startswith(incomplete)]
