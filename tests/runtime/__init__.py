"""The runtime, over real sockets, with time that does not pass by itself."""
