# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 33b63bbefd42daa8c9e76003558d5108
"""The models below `runwayml`."""
