# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: c45eb67db7f7e18434ce9d7c2aea9a99
"""The parts that wait, asynchronously. Its twin is derived from it."""
