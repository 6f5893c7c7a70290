"""The journal: a durable record of paid calls and their jobs.

Read `states.py` first, then `claiming.py` and `outcomes.py`; the rest is how it is stored.
"""
