"""Paid calls in the journal: claimed, sent, finished or failed, and adopted if a process ends."""
