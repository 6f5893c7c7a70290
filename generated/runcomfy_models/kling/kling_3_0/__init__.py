# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: a2b7b8cdb3f264d16252b82789e7e214
"""The models under `kling.kling_3_0`."""
