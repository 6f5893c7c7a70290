"""Jobs from the shell: run one, follow one by its id, or run a batch."""
