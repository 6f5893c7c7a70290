# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: e3cb1832edff14e8f8f16665e01014d5
"""The end of a command: errors, their reports and their exit statuses."""
