# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""What every client shares: inputs, outputs, requests, errors. Not public: import from above."""
