"""A job from the shell: checked, paid, followed and downloaded; alone, by its id, or in a batch."""
