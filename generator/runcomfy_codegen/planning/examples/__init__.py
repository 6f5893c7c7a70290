"""The inputs of a model's example call, taken from its page or made up."""
