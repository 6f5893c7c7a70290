"""Tests of the simulator, over real sockets: plain HTTP, and the generated clients."""
