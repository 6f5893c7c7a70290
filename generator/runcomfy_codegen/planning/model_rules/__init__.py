"""Rules in words, checked against the inputs and the page of their model."""
