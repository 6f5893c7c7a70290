"""What changed between two sets of schemas, and whom it breaks."""
