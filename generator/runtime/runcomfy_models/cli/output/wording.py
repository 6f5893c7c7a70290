"""Reword messages about the Python interface for the command line."""

import re

SHELL_WORDING = {
    r"(?:Posix|Windows)Path\('([^']*)'\)": r"\1",
    r"a valid dictionary(?: or instance of \w+)?": "an object",
    r"Path\(…\) for a local file": "the path of a local file",
    r"is a local file: give Path\([^)]*\)": "is a local file: give its path alone",
    r"try client\.request\('([^']*)'\)": r"try runcomfy-models status \1",
    r"give Media\(data, [^)]*\)": "give it as a file",
    r"<_io\.BytesIO object[^>]*>": "standard input",
    r"pass token=…, or set": "set",
    r"log in with RunComfy's CLI, which writes .*": "log in: runcomfy-models login",
    r"max_cost_unknown='allow' lets it pass": "--max-cost-unknown allow lets it pass",
    r"give cost_at_most=…": "give --max-cost DOLLARS --max-cost-unknown allow",
    r"max_cost is": "--max-cost is",
    r"more than max_cost": "more than --max-cost",
    r"journal\.settle\(('[^']*'), request_id=…\) or settle\('[^']*', sent=False\)": (
        r"runcomfy-models settle \1 --request-id … or --not-sent"
    ),
}
"""A pattern of the library's words: the words of the shell."""


def for_the_shell(message: str) -> str:
    """Return a message of the library as users of the command line need it."""
    for pattern, words in SHELL_WORDING.items():
        message = re.sub(pattern, words, message)
    return message
