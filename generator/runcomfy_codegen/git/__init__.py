"""Run git, and ask it about files and commits."""
