# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 2e18d88e9c707da607b904d9996ff40a
"""Jobs from the shell: run one, follow one by its id, or run a batch."""
