# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: d69bd1eae86f3e2ab2229b84dae077bc
"""The commands, one a file."""
