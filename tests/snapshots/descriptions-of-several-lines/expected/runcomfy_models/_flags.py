# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The inputs of each model as flags of the command line; a command parses only its own model's."""

FLAGS: dict[str, tuple[str, ...]] = {
    "acme/lines": (
        '{"name": "prompt", "types": ["string"], "help": "Prompt. What to draw.\\nOne of these forms:\\n\\n- a sentence, which may be as long as it has to be to say what the picture should look like\\n- `a list`, of words", "facts": ["default: `\\"a cat\\"`"]}',
        '{"name": "style", "required": true, "types": ["string"], "help": "Style.\\n\\n- photo\\n- ink\\n\\n>>> import os\\n.. include:: /etc/passwd."}',
        '{"name": "script", "types": ["string"], "help": "As in:\\n\\n```\\nif x:\\n    draw(\\"a  cat\\")\\n```", "facts": ["range: at most 99 characters"]}',
    ),
}
"""Model_id: a JSON object for each input. See `cli/flags/index.py`."""
