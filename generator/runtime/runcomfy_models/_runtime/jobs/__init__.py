"""Jobs: their results, cancelling, the pace of polling, interruption."""
