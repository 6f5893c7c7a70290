# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 944af35ff94d03985efc65444dcb8f45
"""Names of the program."""

PROGRAM = "runcomfy-models"

COMPLETING = "_RUNCOMFY_MODELS_COMPLETE"
"""What a shell sets to ask for completions: the name that click expects."""
