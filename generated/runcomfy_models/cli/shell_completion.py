# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 4f9d4ca3b726bfb3ed8fde1463124f96
"""Completion in shells: click's for zsh and fish, and one for bash that knows its word breaks.

Click's own for bash cannot complete `16:9`, since bash takes a colon for the end of a word. Click
does not complete `--ratio=16:9` in any shell.
"""

import os
import re
import shlex

import click
from click.shell_completion import (
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
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


class _Joined(ShellComplete):
    """Completes `--ratio=16:9` as well as `--ratio 16:9`."""

    prefix = ""
    """The text before the value in the word at the cursor: `--ratio=`."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the cursor, and the part of the last one that was typed."""
        words, incomplete = super().get_completion_args()
        name, equals, _ = incomplete.partition("=")
        if name.startswith("-") and equals:
            self.prefix = name + equals
        return words, incomplete

    def format_completion(self, item: CompletionItem) -> str:
        """Return a completion of the whole word."""
        word = f"{self.prefix}{item.value}" if item.type == "plain" else item.value
        return super().format_completion(CompletionItem(word, item.type, item.help))


@add_completion_class
class ZshCompletion(_Joined, ZshComplete):
    """Completion in zsh."""


@add_completion_class
class FishCompletion(_Joined, FishComplete):
    """Completion in fish; values and their help may have commas."""

    source_template = FishComplete.source_template.replace(
        'string split ","', 'string split --max 1 ","'
    )


class _Bash(ShellComplete):
    """Completion in bash, of version 3.2 or later."""

    name = "bash"
    source_template = _BASH

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the cursor, and the part of the last one that was typed."""
        line = os.environ["COMP_WORDS"]
        words = _split(line + _END)
        self._incomplete = words[-1].removesuffix(_END)
        self._is_quoted = _has_open_quote(line)
        return words[1:-1], self._incomplete

    def format_completion(self, item: CompletionItem) -> str:
        """Return the text with which bash replaces the word at the cursor."""
        value = str(item.value)
        if item.type == "plain" and not self._is_quoted:
            value = re.sub(r"([^\w%+,./:=@-])", r"\\\1", value[self._kept :])
        return f"{item.type},{value}"

    @property
    def _kept(self) -> int:
        """Length of the part that bash does not replace: all up to the last word break."""
        breaks = set(os.environ.get("COMP_BREAKS", "")) - set(" \t\n\"'")
        return max(map(self._incomplete.rfind, breaks), default=-1) + 1


@add_completion_class
class BashCompletion(_Joined, _Bash):
    """Completion in bash: its breaks of words apply to `--ratio=16:9` as a whole."""


def script(shell: str, command: click.Command) -> str:
    """Return the script with which a shell completes the command line."""
    completion_class = get_completion_class(shell)
    if completion_class is None:
        raise LookupError(shell)
    return completion_class(command, {}, PROGRAM, COMPLETING).source()


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
