# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 7f663c9c8ecd36d13be1b7b3752b7772
"""The models below `kling.kling_3_0`."""
