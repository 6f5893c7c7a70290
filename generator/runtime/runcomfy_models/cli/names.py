"""Names of the program."""

PROGRAM = "runcomfy-models"

COMPLETING = "_RUNCOMFY_MODELS_COMPLETE"
"""The variable that a shell sets to ask for completions: the name that click expects."""
