# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""Files of a result: where they may be, what they are called, how they arrive whole."""
