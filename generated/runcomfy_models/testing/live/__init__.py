# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 1d3aabf5bcc9234aabf3eb21b6c0875f
"""The page at the simulator's address: jobs, ledger and faults as they happen; and its document."""
