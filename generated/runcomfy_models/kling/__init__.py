# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: e3a1bf7dcd37094ee4c3afab0d6e4d0f
"""The models below `kling`."""
