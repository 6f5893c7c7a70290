# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 07de44b592fd5bece1313d0b4a9e6ddf
"""The models below `kling.kling_3_0.standard`."""
