# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 8f0d230b2e9fbeef2ba5f2e64d25b90c
"""Completion in shells: click's for zsh and fish, and one for bash that knows its word breaks.

Click's own for bash cannot complete `16:9`: bash takes a colon for the end of a word.
"""

import os
import re
import shlex

import click
from click.shell_completion import (
    CompletionItem,
    ShellComplete,
    add_completion_class,
    get_completion_class,
)

from .names import COMPLETING, PROGRAM

SHELLS = ("bash", "zsh", "fish")

_END = "\x01"
"""A character that no command line has: it marks where the cursor is."""

_BASH = """\
%(complete_func)s() {
    local kind value
    COMPREPLY=()
    while IFS=, read -r kind value; do
        case $kind in
            plain) COMPREPLY+=("$value") ;;
            dir) compopt -o dirnames 2>/dev/null ;;
            file) compopt -o default 2>/dev/null ;;
        esac
    done < <(COMP_WORDS="${COMP_LINE:0:$COMP_POINT}" COMP_BREAKS="$COMP_WORDBREAKS" \\
        %(complete_var)s=bash_complete "$1" 2>/dev/null)
}
complete -o nosort -F %(complete_func)s %(prog_name)s 2>/dev/null ||
    complete -F %(complete_func)s %(prog_name)s
"""


@add_completion_class
class BashCompletion(ShellComplete):
    """Completion in bash, of version 3.2 or later."""

    name = "bash"
    source_template = _BASH

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one at the cursor, and that one as far as it was typed."""
        line = os.environ["COMP_WORDS"]
        self._is_quoted = _has_open_quote(line)
        words = _split(line + _END)
        incomplete = words[-1].removesuffix(_END)
        self._kept = len(self._before_break(incomplete))
        return words[1:-1], incomplete

    def format_completion(self, item: CompletionItem) -> str:
        """Return what bash puts in the place of the word that it sees."""
        value = str(item.value)
        if item.type == "plain":
            value = value[self._kept :]
            value = (
                value
                if self._is_quoted
                else re.sub(r"([^\w%+,./:=@-])", r"\\\1", value)
            )
        return f"{item.type},{value}"

    def _before_break(self, incomplete: str) -> str:
        """Return what bash leaves alone of the value: all up to its last break of words."""
        _, equals, value = incomplete.partition("=")
        typed = value if incomplete.startswith("-") and equals else incomplete
        if self._is_quoted:
            return ""
        breaks = set(os.environ.get("COMP_BREAKS", "")) - set(" \t\n\"'")
        last = max((typed.rfind(char) for char in breaks), default=-1)
        return typed[: last + 1]


def script(shell: str, command: click.Command) -> str:
    """Return what a shell has to run to complete the command line."""
    kind = get_completion_class(shell)
    if kind is None:
        raise LookupError(shell)
    return kind(command, {}, PROGRAM, COMPLETING).source()


def _split(line: str) -> list[str]:
    """Return the words of a line that may end in the middle of one."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars=False)
    lexer.whitespace_split = True
    lexer.commenters = ""
    words: list[str] = []
    try:
        words.extend(lexer)
    except ValueError:  # an open quote
        words.append(lexer.token)
    return words


def _has_open_quote(line: str) -> bool:
    try:
        shlex.split(line)
    except ValueError:
        return not line.endswith("\\")
    return False
