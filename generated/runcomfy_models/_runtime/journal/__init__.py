# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 56e5b4f6eed20b6fd586a3159b12f261
"""The journal: what was meant to be sent, what was sent, and what came back.

Read `states.py` first, then `claiming.py` and `outcomes.py`; the rest is how it is stored.
"""
