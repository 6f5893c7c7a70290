"""The journal: what was meant to be sent, what was sent, and what came back.

Read `states.py` first, then `claiming.py` and `outcomes.py`; the rest is how it is stored.
"""
