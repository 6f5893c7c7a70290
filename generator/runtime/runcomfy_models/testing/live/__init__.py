"""The page at the simulator's address: jobs, ledger and faults as they happen; and OpenAPI."""
