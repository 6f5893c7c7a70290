# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 73fb1fd9a9bf4130e6bcd1d6b71d1edb
"""What the command calls itself."""

PROGRAM = "runcomfy-models"

COMPLETING = "_RUNCOMFY_MODELS_COMPLETE"
"""What a shell sets to ask for completions: the name that click expects."""
