# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: e8d07e4bbb80bf4e1ed248eaa1c8f227
"""HTTP calls of the API: what is sent, what an answer means, and which errors it raises."""
