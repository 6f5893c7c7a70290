"""Names of the program."""

PROGRAM = "runcomfy-models"

COMPLETING = "_RUNCOMFY_MODELS_COMPLETE"
"""What a shell sets to ask for completions: the name that click expects."""
