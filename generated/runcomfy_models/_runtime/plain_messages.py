# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 84fcdf4c0cdb9ef92df5cbb2c384e6c1
"""Messages of the library without Python's words, for the command line and for agents.

A message is only a text by the time that it is reworded: some were recorded in the journal by a
program in Python, others are pydantic's own. A key for each piece of advice would have to get
through all of these. Instead, `test_plain_messages.py` shows a real message to every pattern.
"""

import re

PLAIN_WORDING = {
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
    r"journal\.settle\(('[^']*'|\"[^\"]*\"), request_id=…\) or settle\(\1, sent=False\)": (
        r"runcomfy-models settle \1 --request-id … or --not-sent"
    ),
}
"""Pattern in a message of the library: what the command line and agents say instead."""


def plain_message(message: str) -> str:
    """Return a message of the library, worded for users who do not write Python."""
    for pattern, words in PLAIN_WORDING.items():
        message = re.sub(pattern, words, message)
    return message
