# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 5ee46948f58a40ee13327c980c8c86b0
"""Media inputs: local files, `data:` URIs and URLs, and the rules for their files."""
