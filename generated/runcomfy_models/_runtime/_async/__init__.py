# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The parts that wait, asynchronously; `_sync` is derived from these files."""
