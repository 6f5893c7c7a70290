# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 29da2385235091e20c9461efcafd40da
"""The code that all clients share. Private: import public names from `runcomfy_models`."""
