# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 736cb5634f12dcd9d4207fd53d28bded
"""The name of the program, and of its completion variable."""

PROGRAM = "runcomfy-models"

COMPLETING = "_RUNCOMFY_MODELS_COMPLETE"
"""The variable that a shell sets to ask for completions: the name that click expects."""
