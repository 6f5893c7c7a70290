# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The models under `acme`."""
