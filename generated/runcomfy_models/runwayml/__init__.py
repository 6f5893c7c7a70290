# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 5be35c306744bd7610d249788ef14436
"""The models under `runwayml`."""
