"""The simulator, over real sockets: by the protocol, and as the generated clients see it."""
