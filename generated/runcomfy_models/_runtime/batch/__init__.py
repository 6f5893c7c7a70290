# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 837e239249a6ca4d3abecb7b558c40a8
"""Batches: many paid jobs from a table, on a journal, within a budget.

`engine.py` takes each row from the table to its files; the other modules are its parts.
"""
