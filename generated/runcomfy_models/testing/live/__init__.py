# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: d5c70287e1f53c69697fd4d566a23e90
"""The page at the simulator's address: jobs, ledger and faults as they happen; and OpenAPI."""
