# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 6c87c664cca6c6dda0bab8659010a245
"""Paid calls in the journal: claimed, sent, finished or failed, and adopted if a process ends."""
