"""The files of `schemas/`: documents, overrides, model ids and the protocol, not interpreted."""
