# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: af62700cb0a6cb662f6667eb4968dc51
"""Check submissions as the service would: their schema, media, and rules in words."""
