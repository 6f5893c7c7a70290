# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 29c708e6b768132a2235dfd494d73b8d
"""The models below `runwayml.runway_aleph`."""
