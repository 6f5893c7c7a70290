# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 9ac58de1a01788b3b4db3d6af8a92b66
"""Files of a result: where they may be, what they are called, how they arrive whole."""
