"""Batches: many paid jobs from a table, on a journal, within a budget.

`engine.py` takes each row from the table to its files; the other modules are its parts.
"""
