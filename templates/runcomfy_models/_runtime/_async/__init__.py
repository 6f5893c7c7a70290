"""The parts that wait, asynchronously. Its twin is derived from it."""
