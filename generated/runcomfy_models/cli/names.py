# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 72c0ca2329a70df00c5935cdf951a1fc
"""Names of the program."""

PROGRAM = "runcomfy-models"

COMPLETING = "_RUNCOMFY_MODELS_COMPLETE"
"""The variable that a shell sets to ask for completions: the name that click expects."""
