"""Tests of the client library, over real sockets and with controlled time."""
