# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: b0062835d19f4dcee179e40d703c9f58
"""`runcomfy-models completion SHELL`: what a shell has to run to complete the command."""

import click

from .. import options
from ..command import Command
from ..output.printing import print_json, print_line
from ..shell_completion import SHELLS, script


@click.command(cls=Command)
@click.argument("shell", type=click.Choice(SHELLS))
@options.as_json
@click.pass_context
def completion(ctx: click.Context, /, shell: str, as_json: bool) -> None:
    """Print the completion of a SHELL: model ids, flags of a model, and their values.

    \b
    bash: eval "$(runcomfy-models completion bash)"   in ~/.bashrc
    zsh:  eval "$(runcomfy-models completion zsh)"    in ~/.zshrc, after compinit
    fish: runcomfy-models completion fish | source    in ~/.config/fish/config.fish
    """
    text = script(shell, ctx.find_root().command).rstrip()
    if as_json:
        print_json({"shell": shell, "script": text})
    else:
        print_line(text)
