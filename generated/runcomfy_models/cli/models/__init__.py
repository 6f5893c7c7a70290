# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 8a4403b94354f64aa3a1c1b217ae21f9
"""A model by its id: found, completed, described, and its client."""
