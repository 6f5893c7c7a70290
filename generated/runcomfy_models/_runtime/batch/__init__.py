# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: c0788e925df2175447bd887e927dc496
"""Batches: many paid jobs from a table, on a journal, within a budget.

`engine.py` is the way of a row from the table to its files; the rest is what it needs.
"""
