# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 762253389ecc04b60a656b03284ab325
"""Leave the completion of paths to the shell."""

import click
from click.shell_completion import CompletionItem


def complete_files(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Let the shell complete a file."""
    return [CompletionItem(incomplete, type="file")]


def complete_folders(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Let the shell complete a folder."""
    return [CompletionItem(incomplete, type="dir")]
