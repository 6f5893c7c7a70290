# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 7d8ca8cd95cf7817cf96e44bbad663e6
"""The journal: a durable record of paid calls and their jobs.

Read `paid_calls/states.py` first, then `claiming.py` and `outcomes.py` beside it. `databases/`
keeps the rows; the other files read, settle and export them.
"""
