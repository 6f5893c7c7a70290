"""Batches: many paid jobs from a table, on a journal, within a budget.

`engine.py` is the way of a row from the table to its files; the rest is what it needs.
"""
