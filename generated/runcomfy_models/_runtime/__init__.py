# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: d61fd7c8bf764434e065d5f628cb7668
"""What every client shares: inputs, outputs, requests, errors. Not public: import from above."""
