# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 60a4d1de01a2b217c875a7b2d26edaa5
"""The models under `kling.kling_3_0.standard`."""
