"""The journal: a durable record of paid calls and their jobs.

Read `paid_calls/states.py` first, then `claiming.py` and `outcomes.py` beside it. `databases/`
keeps the rows; the other files read, settle and export them.
"""
