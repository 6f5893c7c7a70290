# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/descriptions": (
        '{"name": "empty", "types": ["string"]}',
        '{"name": "quotes", "types": ["string"], "help": "Say \\"\\"\\"hello\\"\\"\\" and \'bye\' with `code`, {braces}, {{ jinja }} and {% tags %}\\\\."}',
        '{"name": "lines", "types": ["string"], "help": "first\\n\\n  second third\\nfourth\\nfifth."}',
        '{"name": "emoji", "types": ["string"], "help": "提示词. 🎬 cut — «ciao»."}',
        '{"name": "hostile", "types": ["string"], "help": "\\"\\"\\"+__import__(\'os\').system(\'true\')+\\"\\"\\". \u202e gnp.exe \\u0000 # type: ignore."}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
