# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The parts that wait, asynchronously. Its twin is derived from it."""
