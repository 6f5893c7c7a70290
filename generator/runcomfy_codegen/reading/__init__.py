"""What is on disk: JSON documents, overrides, ids, and the protocol; read but not interpreted."""
