# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 31318778ed1a1b9af05aba97824cba6e
"""The parts that wait, synchronously. Its twin is derived from it."""
