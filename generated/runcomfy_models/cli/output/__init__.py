# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 7cd1ae8a281305f738bd4af4d3bd798b
"""Print the output of commands, for people and for programs."""
