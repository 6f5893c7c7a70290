# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 1b8856f64505c08ecba96db1ba816885
"""The models under `kling`."""
