# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: a689bc3168ad6e063949c96c007369c2
"""Completion of paths, which the shell does itself."""

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
