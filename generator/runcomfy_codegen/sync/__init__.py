"""`sync`: update `schemas/` from docs pages or from the model catalog."""
