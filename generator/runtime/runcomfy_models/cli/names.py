"""The name of the program, and of its completion variable."""

PROGRAM = "runcomfy-models"

COMPLETING = "_RUNCOMFY_MODELS_COMPLETE"
"""The variable that a shell sets to ask for completions: the name that click expects."""
