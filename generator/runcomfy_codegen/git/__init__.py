"""Run git, and ask it about a repository, its commits and its files."""
