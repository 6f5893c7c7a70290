# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: bd4c58a72bd52d25f5cc9777d6aa69fd
"""The models under `runwayml.runway_aleph`."""
