# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 0cb908d642fda8747ffd8a4cfcb09910
"""The journal: a durable record of paid calls and their jobs.

Read `states.py` first, then `claiming.py` and `outcomes.py`; the rest is how it is stored.
"""
