"""Files of a result: where they may be, what they are called, how they arrive whole."""
