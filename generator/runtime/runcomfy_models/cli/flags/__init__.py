"""The inputs of a model as flags: made of the index of the generator, no model is imported."""
