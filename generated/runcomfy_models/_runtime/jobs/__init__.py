# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: ed6d8e918894e9aa9993a0c95ec6f7a0
"""Jobs: their results, cancelling, the pace of polling, interruption."""
